import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasBit, membersOf, setBit } from './bits.ts';
import { afterPlacing, isFeasible, MAX_LINES, usableFor } from './matching.ts';

const demands = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.array(fc.record({ eligible: fc.uniqueArray(fc.nat(size)), quantity: fc.constantFrom(1, 1, 2) }), {
    minLength: 1,
    maxLength: 4,
  }),
);

/** Spread over the words, so that sets of more than 32 are tried too. */
const PLACES = [0, 31, 32, 40, 63, 64, 95];

function demandOf(lines: readonly { eligible: readonly number[]; quantity: number }[]) {
  const eligible = lines.map((line) => {
    const bits = new Uint32Array(3);
    for (const resource of line.eligible) setBit(bits, PLACES[resource]!);
    return bits;
  });
  return { eligible, quantities: lines.map(({ quantity }) => quantity) };
}

/** All complete assignments, as resource per seat. */
function assignments(lines: readonly { eligible: readonly number[]; quantity: number }[]): number[][] {
  const seats = lines.flatMap(({ quantity, eligible }) => Array.from({ length: quantity }, () => eligible));
  return seats.reduce<number[][]>(
    (partial, eligible) =>
      partial.flatMap((taken) => eligible.filter((one) => !taken.includes(one)).map((one) => [...taken, one])),
    [[]],
  );
}

test('finds who can fill a line exactly as trying all assignments does', () => {
  fc.assert(
    fc.property(demands, (lines) => {
      const all = assignments(lines);
      const demand = demandOf(lines);
      const seatLines = lines.flatMap(({ quantity }, line) => Array.from({ length: quantity }, () => line));
      expect(isFeasible(demand)).toBe(all.length > 0);
      for (const line of lines.keys()) {
        const expected = new Set(all.flatMap((taken) => taken.filter((_, seat) => seatLines[seat] === line)));
        const usable = usableFor(demand, line);
        expect(new Set(PLACES.flatMap((at, resource) => (hasBit(usable, at) ? [resource] : [])))).toEqual(expected);
        for (const resource of expected) {
          expect(isFeasible(afterPlacing(demand, line, PLACES[resource]!))).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('lists members across words in order', () => {
  const bits = Uint32Array.of(0x80000001, 2);
  expect(
    membersOf(
      bits,
      Array.from({ length: 64 }, (_, index) => index),
    ),
  ).toEqual([0, 31, 33]);
});

test('refuses more lines than it can look through', () => {
  const lines = Array.from({ length: MAX_LINES + 1 }, () => ({ eligible: [0], quantity: 1 }));
  expect(() => isFeasible(demandOf(lines))).toThrow(RangeError);
});
