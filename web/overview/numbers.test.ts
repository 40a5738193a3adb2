import { expect, test } from 'vitest';
import { byOutcome, changeOf, heightOf, pointsOf, utilisation } from './numbers.ts';

test('utilisation is a share of the open time, and unknown where nothing was open', () => {
  expect(utilisation({ booked_minutes: 30, open_minutes: 120 })).toBe(0.25);
  expect(utilisation({ booked_minutes: 30, open_minutes: 0 })).toBeNull();
});

test('a change is told against what was before', () => {
  expect(changeOf(12, 10)).toEqual({ direction: 'up', by: 0.2 });
  expect(changeOf(5, 10)).toEqual({ direction: 'down', by: 0.5 });
  expect(changeOf(1000, 1001)).toEqual({ direction: 'same', by: 0 });
  expect(changeOf(0, 0)).toEqual({ direction: 'same', by: 0 });
  expect(changeOf(3, 0)).toBeNull();
});

test('shares are compared in points', () => {
  expect(pointsOf(0.4, 0.5)).toEqual({ direction: 'down', by: 0.1 });
  expect(pointsOf(0.4, null)).toBeNull();
});

test('the outcomes of a day add up to its height', () => {
  const day = { booked: 7, completed: 4, cancelled: 2, no_shows: 1 };
  const parts = Object.values(byOutcome(day)).reduce((sum, part) => sum + part, 0);
  expect(parts).toBe(heightOf(day));
  expect(byOutcome(day).ahead).toBe(3);
});
