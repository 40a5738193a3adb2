import { expect, test } from 'vitest';
import { nearestStarts } from './alternatives.ts';

const offers = [10, 20, 30, 40].map((start) => ({ start, end: start + 5, resource_ids: ['ana'] }));
const starts = (start: number, count?: number) => nearestStarts(offers, start, count).map((offer) => offer.start);

test('offers the nearest first, the earlier of two equally near ones', () => {
  expect(starts(25)).toEqual([20, 30, 10]);
  expect(starts(100, 1)).toEqual([40]);
  expect(starts(10)).toEqual([10, 20, 30]);
});
