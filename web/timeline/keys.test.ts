import { expect, test } from 'vitest';
import type { Proposal } from './drag.ts';
import { entryOf, focusAfter, proposalAfter } from './keys.ts';
import { modelOf } from './model.ts';
import { at, booked, timeline } from './timeline.testing.ts';

const only = (id: string) => ({ resource_ids: [id] });
const { rows } = modelOf(
  timeline([
    booked('late', '14:00', '15:00', only('ana')),
    booked('early', '09:00', '10:00', only('ana')),
    booked('noon', '12:00', '13:00', only('room')),
    booked('three', '15:00', '16:00', only('room')),
  ]),
  new Map(),
);
const from = (row: string, bar: string, key: string) => focusAfter(rows, { row, bar }, key)?.bar;

test('arrows lead through a row in time and end at its ends', () => {
  expect(from('ana', 'early', 'ArrowRight')).toBe('late');
  expect(from('ana', 'late', 'ArrowRight')).toBeUndefined();
  expect(from('ana', 'late', 'Home')).toBe('early');
});

test('up and down lead to what is nearest in time, past empty rows', () => {
  expect(from('ana', 'late', 'ArrowDown')).toBe('three');
  expect(from('room', 'noon', 'ArrowUp')).toBe('late');
  expect(from('room', 'noon', 'ArrowDown')).toBeUndefined();
});

test('Tab enters at what comes next', () => {
  expect(entryOf(rows, at('11:00'))).toEqual({ row: 'ana', bar: 'late' });
  expect(entryOf(rows, at('23:00'))).toEqual({ row: 'ana', bar: 'early' });
  expect(entryOf([], at('11:00'))).toBeNull();
});

const carried: Proposal = { grip: 'bar', id: 'a', fromRow: 'ana', row: 'ana', start: at('10:00'), end: at('11:00') };
const stride = { snapMinutes: 15, rows: ['ana', 'ben'] };
const press = (proposal: Proposal, key: string, shiftKey = false) => {
  const next = proposalAfter(proposal, { key, shiftKey }, stride);
  return next && [next.start, next.end, next.row];
};

test('a bar that was picked up goes by steps, hours, days and rows', () => {
  expect(press(carried, 'ArrowRight')).toEqual([at('10:15'), at('11:15'), 'ana']);
  expect(press(carried, 'ArrowLeft', true)).toEqual([at('09:00'), at('10:00'), 'ana']);
  expect(press(carried, 'PageDown')).toEqual([at('10:00') + 86_400_000, at('11:00') + 86_400_000, 'ana']);
  expect(press(carried, 'ArrowDown')).toEqual([at('10:00'), at('11:00'), 'ben']);
  expect(press({ ...carried, row: 'ben' }, 'ArrowDown')).toEqual([at('10:00'), at('11:00'), 'ben']);
  expect(press(carried, 'x')).toBeNull();
});

test('a length is changed at its end and never below one step', () => {
  expect(press({ ...carried, grip: 'end' }, 'ArrowRight', true)).toEqual([at('10:00'), at('12:00'), 'ana']);
  expect(press({ ...carried, grip: 'end', end: at('10:15') }, 'ArrowLeft')).toEqual([at('10:00'), at('10:15'), 'ana']);
  expect(press({ ...carried, grip: 'end' }, 'ArrowDown')).toBeNull();
});
