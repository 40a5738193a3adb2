import type { WeeklyWindow } from '@smooth/engine/types.ts';
import { expect, test } from 'vitest';
import { wrongDay, wrongWeek } from './hours.ts';

const on = (weekday: WeeklyWindow['weekday'], start: string, end: string): WeeklyWindow => ({ weekday, start, end });
const pointers = (...windows: WeeklyWindow[]) => wrongWeek(windows, '/body/hours').map(({ pointer }) => pointer);

test('windows may touch, and may come in any order', () => {
  expect(pointers(on(1, '13:00', '17:00'), on(1, '09:00', '13:00'), on(2, '09:00', '13:00'))).toEqual([]);
});

test('the later one of two that overlap is named', () => {
  expect(pointers(on(1, '09:00', '13:00'), on(2, '09:00', '17:00'), on(1, '12:59', '17:00'))).toEqual([
    '/body/hours/2',
  ]);
});

test('everything within a long window overlaps it', () => {
  expect(pointers(on(1, '09:00', '17:00'), on(1, '10:00', '11:00'), on(1, '14:00', '15:00'))).toEqual([
    '/body/hours/1',
    '/body/hours/2',
  ]);
});

test('a window past midnight reaches into the next day', () => {
  expect(pointers(on(5, '20:00', '02:00'), on(6, '01:00', '03:00'))).toEqual(['/body/hours/1']);
  expect(pointers(on(5, '20:00', '02:00'), on(6, '02:00', '03:00'))).toEqual([]);
});

test('Sunday night reaches into Monday morning', () => {
  expect(pointers(on(1, '00:00', '08:00'), on(7, '22:00', '01:00'))).toEqual(['/body/hours/1']);
});

test('a whole day is 00:00 to 24:00, and a start at 24:00 is none', () => {
  expect(pointers(on(1, '00:00', '24:00'), on(2, '00:00', '24:00'))).toEqual([]);
  expect(pointers(on(1, '24:00', '08:00'))).toEqual(['/body/hours/0/start']);
});

test('windows of one date are compared with each other only', () => {
  const windows = [
    { start: '00:00', end: '06:00' },
    { start: '22:00', end: '03:00' },
  ];
  expect(wrongDay(windows, '/body/windows')).toEqual([]);
  expect(wrongDay([...windows, { start: '23:00', end: '23:30' }], '/body/windows')).toMatchObject([
    { pointer: '/body/windows/2', code: 'overlap' },
  ]);
});
