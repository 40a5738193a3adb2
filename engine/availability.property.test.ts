import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listStarts, type Offer } from './availability.ts';
import { busyTimeline } from './busy.ts';
import { decideBooking } from './decide.ts';
import { explain } from './explain.ts';
import { isBookableByBruteForce, offersByBruteForce, type OracleInput } from './oracle.testing.ts';
import { compileSchedule } from './schedule.ts';
import { worlds } from './world.testing.ts';

const RUNS = process.env['LONG'] ? 3000 : 60;

describe('availability against a brute-force oracle', () => {
  test('lists exactly the starts and resources that the rules allow', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const offers = listStarts(world);
        const sorted = offers.map((offer) => ({ ...offer, resource_ids: offer.resource_ids.toSorted() }));
        expect(sorted).toEqual(offersByBruteForce(world));
      }),
      { numRuns: RUNS },
    );
  });

  test('answers the same from compiled rules and timelines', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(worlds(), (world) => {
        const rules = compileSchedule(world.rules);
        const of = (id: string) => busyTimeline(world.busy.filter(({ resource_id }) => resource_id === id));
        const busy = new Map(world.rules.resources.map(({ id }) => [id, of(id)]));
        const offers = listStarts(world);
        expect(listStarts({ ...world, rules, busy })).toEqual(offers);
        expect(listStarts({ ...world, rules, busy })).toEqual(offers);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  test('books what is offered, refuses what is not, and explains both', { timeout: 3_600_000 }, () => {
    const minutes = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(worlds(), minutes, (world, probes) => {
        const offers = listStarts(world);
        const middle = Date.parse(`${world.from}T12:00:00Z`);
        const offered = probes.slice(0, 6).flatMap((probe) => offers.at(probe % Math.max(1, offers.length)) ?? []);
        const starts = [...offered.map(({ start }) => start), ...probes.map((probe) => middle + probe * 300_000)];
        for (const start of new Set(starts)) {
          const decision = decideBooking({ ...world, start });
          expect(decision.ok).toBe(isBookableByBruteForce(world, start));
          const explanation = explain({ ...world, start });
          expect(explanation.bookable).toBe(decision.ok);
          const failed = explanation.checks.filter(({ ok, binds }) => binds && !ok);
          if (!decision.ok) expect(failed).not.toEqual([]);
        }
        for (const offer of offered) expectToBeBooked(world, offer, offers);
      }),
      { numRuns: RUNS },
    );
  });
});

/** The claims are those of the offer: different resources, each line filled, the shown line by someone who was named. */
function expectToBeBooked(world: OracleInput, { start }: Offer, offers: readonly Offer[]): void {
  const decision = decideBooking({ ...world, start });
  const { requires } = world.service;
  if (!decision.ok) throw new Error(`offered but refused: ${decision.code}`);
  const { claims } = decision.value;
  const offer = offers.find((one) => one.start === start && one.end === decision.value.end);
  if (!offer) throw new Error('booked with an end that was not offered');
  expect(new Set(claims.map(({ resource_id }) => resource_id)).size).toBe(claims.length);
  for (const { id, quantity } of requires)
    expect(claims.filter(({ line_id }) => line_id === id)).toHaveLength(quantity);
  const shown = requires.find(({ is_choosable }) => is_choosable) ?? requires[0];
  for (const claim of claims) if (claim.line_id === shown?.id) expect(offer.resource_ids).toContain(claim.resource_id);
  if (world.resourceId) expect(claims.map(({ resource_id }) => resource_id)).toContain(world.resourceId);
}
