import type { ClaimPlan } from '@smooth/engine/types.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LanePiece, lanesFor, type Taken, without } from './lanes.ts';

const van = 'van';
const claim = (start: number, end: number, units = 1) =>
  ({ resource_id: van, line_id: 'line', units, start, end, reason: 'only' }) as unknown as ClaimPlan;
const taken = (lane: number, start: number, end: number): Taken => ({ resource_id: van, lane, start, end });
const on = (capacity: number, claims: ClaimPlan[], others: Taken[], overlapping: string[] = []) =>
  lanesFor(claims, others, { capacityOf: () => capacity, overlapping: new Set(overlapping) });
const piece = (lane: number, start: number, end: number, exclusive = true): LanePiece => ({
  resource_id: van,
  lane,
  start,
  end,
  exclusive,
});

test('the lowest free lanes are taken, one per unit', () => {
  expect(on(3, [claim(10, 20, 2)], [taken(0, 5, 15)])).toEqual([piece(1, 10, 20), piece(2, 10, 20)]);
});

test('neighbours touch on one lane, since an end belongs to nobody', () => {
  expect(on(1, [claim(10, 20)], [taken(0, 0, 10), taken(0, 20, 30)])).toEqual([piece(0, 10, 20)]);
});

test('where no lane is free all the time, the claim changes lanes in between', () => {
  // Two seats; one is taken early, the other one late: at no instant are both.
  expect(on(2, [claim(0, 20)], [taken(0, 0, 10), taken(1, 10, 20)])).toEqual([piece(1, 0, 10), piece(0, 10, 20)]);
});

test('what overlaps on purpose stands outside the constraint', () => {
  expect(on(1, [claim(10, 20)], [taken(0, 0, 30)], [van])).toEqual([piece(0, 10, 20, false)]);
});

test('of a former time stays what the new one does not cover, on the same lane only', () => {
  expect(without([taken(0, 0, 30)], [taken(0, 10, 20)])).toEqual([taken(0, 0, 10), taken(0, 20, 30)]);
  expect(without([taken(0, 0, 30)], [taken(1, 10, 20)])).toEqual([taken(0, 0, 30)]);
  expect(without([taken(0, 0, 30)], [taken(0, 0, 30)])).toEqual([]);
});

/** Random claims, each let in where the peak leaves room, as the engine does. */
const arrivals = fc.record({
  capacity: fc.integer({ min: 1, max: 5 }),
  wishes: fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 15 }),
      units: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 40 },
  ),
});

test('whatever the peak lets in finds lanes, never shares one, and has its units at every instant', () => {
  fc.assert(
    fc.property(arrivals, ({ capacity, wishes }) => {
      const all: LanePiece[] = [];
      for (const { start, length, units } of wishes) {
        const minutes = Array.from({ length }, (_, n) => start + n);
        const usedAt = (minute: number) => all.filter((one) => one.start <= minute && minute < one.end).length;
        if (minutes.some((minute) => usedAt(minute) + units > capacity)) continue;
        const pieces = on(capacity, [claim(start, start + length, units)], all);
        for (const minute of minutes) {
          const now = pieces.filter((one) => one.start <= minute && minute < one.end);
          expect(now).toHaveLength(units);
          expect(new Set(now.map(({ lane }) => lane)).size).toBe(units);
        }
        all.push(...pieces);
      }
      for (const one of all) {
        expect(one.lane).toBeLessThan(capacity);
        const sharing = all.filter(
          (other) => other !== one && other.lane === one.lane && other.start < one.end && other.end > one.start,
        );
        expect(sharing).toEqual([]);
      }
    }),
    { numRuns: process.env['LONG'] ? 5000 : 200 },
  );
});
