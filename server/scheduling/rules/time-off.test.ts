import { expect, test } from 'vitest';
import { changedAway, wrongAway } from './time-off.ts';

const weekly = { weekday: 1, start: '12:00', end: '13:00', from_on: null, until_on: null } as const;
const once = { starts_at: 1000, ends_at: 2000, recurring: null };
const pointersOf = (away: Parameters<typeof wrongAway>[0]) => wrongAway(away).map(({ pointer }) => pointer);

test('what a change does not name stays', () => {
  expect(changedAway(once, {})).toEqual(once);
  expect(changedAway(once, { end: '1970-01-01T00:00:03Z' })).toEqual({ ...once, ends_at: 3000 });
});

test('naming one kind leaves the other', () => {
  const becameWeekly = { starts_at: null, ends_at: null, recurring: weekly };
  expect(changedAway(once, { recurring: weekly })).toEqual(becameWeekly);
  expect(changedAway(becameWeekly, { start: '1970-01-01T00:00:01Z', end: '1970-01-01T00:00:02Z' })).toEqual(once);
});

test('time off is once or each week, and ends after it starts', () => {
  expect(pointersOf(once)).toEqual([]);
  expect(pointersOf({ ...once, recurring: weekly })).toEqual(['/body/recurring']);
  expect(pointersOf({ ...once, starts_at: null })).toEqual(['/body/start']);
  expect(pointersOf({ ...once, ends_at: null })).toEqual(['/body/end']);
  expect(pointersOf({ ...once, ends_at: 1000 })).toEqual(['/body/end']);
  const backwards = { ...weekly, from_on: '2026-02-01', until_on: '2026-01-31' };
  expect(pointersOf({ starts_at: null, ends_at: null, recurring: backwards })).toEqual(['/body/recurring/until_on']);
});
