import fc from 'fast-check';
import { expect, test } from 'vitest';
import { busyTimeline } from './busy.ts';
import { contains, intersect, normalise, peakUnits, subtract, union } from './intervals.ts';

test('touching intervals become one, empty ones vanish', () => {
  expect(normalise([5, 9, 1, 5, 7, 7])).toEqual([1, 9]);
  expect(union([1, 2, 5, 9], [2, 3, 4, 6])).toEqual([1, 3, 4, 9]);
});

test('what is cut in the middle leaves both ends', () => {
  expect(subtract([0, 10, 20, 30], [3, 5, 8, 22])).toEqual([0, 3, 5, 8, 22, 30]);
  expect(intersect([0, 10, 20, 30], [3, 5, 8, 22])).toEqual([3, 5, 8, 10, 20, 22]);
});

test('an end may meet the end of the interval that holds it', () => {
  expect(contains([0, 10], 5, 10)).toBe(true);
  expect(contains([0, 10, 11, 20], 5, 12)).toBe(false);
});

test('two appointments in a row are one at a time, not two', () => {
  const row = [
    { start: 0, end: 30, units: 1 },
    { start: 30, end: 60, units: 1 },
  ];
  expect(peakUnits(row, 0, 60)).toBe(1);
  expect(peakUnits([...row, { start: 29, end: 31, units: 2 }], 0, 60)).toBe(3);
  expect(peakUnits(row, 60, 90)).toBe(0);
});

const pairs = fc
  .array(fc.tuple(fc.nat(40), fc.nat(10)), { maxLength: 8 })
  .map((list) => list.flatMap(([a, n]) => [a, a + n]));
const points = (list: readonly number[]) => {
  const set = new Set<number>();
  for (let at = 0; at < list.length; at += 2)
    for (let point = list[at]!; point < list[at + 1]!; point++) set.add(point);
  return set;
};

const pointsWhere = (a: readonly number[], b: readonly number[], test: (inA: boolean, inB: boolean) => boolean) => {
  const [inA, inB] = [points(a), points(b)];
  return new Set(
    Array.from({ length: 60 }, (_, point) => point).filter((point) => test(inA.has(point), inB.has(point))),
  );
};

test('set operations agree with sets of points', () => {
  fc.assert(
    fc.property(pairs, pairs, (left, right) => {
      const [a, b] = [normalise(left), normalise(right)];
      expect(points(a)).toEqual(points(left));
      expect(points(union(a, b))).toEqual(pointsWhere(a, b, (inA, inB) => inA || inB));
      expect(points(intersect(a, b))).toEqual(pointsWhere(a, b, (inA, inB) => inA && inB));
      expect(points(subtract(a, b))).toEqual(pointsWhere(a, b, (inA, inB) => inA && !inB));
      for (const result of [union(a, b), intersect(a, b), subtract(a, b)]) expect(normalise(result)).toBe(result);
    }),
  );
});

test('a timeline has the units of the facts it sums, at every point', () => {
  const facts = fc.array(
    fc.record({ start: fc.nat(40), length: fc.nat(10), units: fc.nat(3), resource_id: fc.constant('ana') }),
  );
  fc.assert(
    fc.property(facts, (list) => {
      const busy = list.map(({ length, ...fact }) => ({ ...fact, end: fact.start + length }));
      const timeline = busyTimeline(busy);
      for (let point = 0; point < 52; point++) {
        let units = 0;
        for (let at = 0; at < timeline.length; at += 3) {
          if (timeline[at]! <= point && point < timeline[at + 1]!) units += timeline[at + 2]!;
        }
        expect(units).toBe(peakUnits(busy, point, point + 1));
      }
    }),
  );
});
