import { expect, test } from 'vitest';
import { byDay, byPart, instantAt, isTwice, wallAt } from './times.ts';

const offer = (start: string) => ({ start, end: start, resource_ids: [] });

test('offers belong to the day of the place', () => {
  const days = byDay([offer('2026-07-14T21:30:00Z'), offer('2026-07-14T22:30:00Z')], 'Europe/Berlin');
  expect([...days.keys()]).toEqual(['2026-07-14', '2026-07-15']);
});

test('a start with several ends is one time, and two classes at one time are two', () => {
  const start = '2026-07-14T08:00:00Z';
  const ends = [
    { ...offer(start), end: '2026-07-14T08:30:00Z' },
    { ...offer(start), end: '2026-07-14T08:45:00Z' },
  ];
  expect([...byDay(ends, 'Europe/Berlin').values()]).toEqual([[ends[0]]]);
  const classes = ends.map((one, index) => ({ ...one, class_id: `class ${index}` }));
  expect([...byDay(classes, 'Europe/Berlin').values()]).toEqual([classes]);
});

test('a day has a morning until noon and an evening from five', () => {
  const parts = byPart(
    [offer('2026-07-14T09:59:00Z'), offer('2026-07-14T10:00:00Z'), offer('2026-07-14T15:00:00Z')],
    'Europe/Berlin',
  );
  expect(parts.map(([part, found]) => [part, found.length])).toEqual([
    ['morning', 1],
    ['afternoon', 1],
    ['evening', 1],
  ]);
});

test('a wall time that the clocks skip is the first instant after the gap', () => {
  expect(instantAt('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:00:00Z');
});

test('a wall time that comes twice says so and is written back', () => {
  expect(isTwice('2026-10-25', '02:30', 'Europe/Berlin')).toBe(true);
  expect(wallAt('2026-07-14T07:05:00Z', 'Europe/Berlin')).toBe('09:05');
});

test('an unfinished time is no instant', () => {
  expect(instantAt(null, '09:00', 'UTC')).toBeNull();
  expect(instantAt('2026-07-14', '9', 'UTC')).toBeNull();
});
