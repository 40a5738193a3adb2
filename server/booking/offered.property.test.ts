import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import type { OracleInput } from '@smooth/engine/oracle.testing.ts';
import { worlds } from '@smooth/engine/world.testing.ts';
import fc from 'fast-check';
import { resourceIdOf, serviceIdOf, settle } from '../testing/random-business.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

/*
 * Over HTTP and through the database: what availability offers can be booked, and what it does not offer cannot, for
 * random businesses around the clock changes of eight zones. The engine's own properties say that the offers are right.
 */

const RUNS = process.env['LONG'] ? 600 : 15;
const TRIES = 4;

const scenes = fc.record({
  world: worlds().filter(({ audience }) => audience === 'customer'),
  chosen: fc.array(fc.nat(), { minLength: TRIES, maxLength: TRIES }),
  guessed: fc.array(fc.integer({ min: -150, max: 150 }), { minLength: TRIES, maxLength: TRIES }),
});

test(
  'what is offered can be booked, and what can be booked is offered',
  { timeout: 7_200_000 },
  async ({ salon, house }) => {
    let offered = 0;
    const property = fc.asyncProperty(scenes, async ({ world, chosen, guessed }) => {
      house.clock.set(world.now);
      await settle(salon, world);
      const offers = await offersOf(salon, world);
      offered += offers.length;
      for (const pick of chosen.slice(0, offers.length)) {
        const start = offers[pick % offers.length]!;
        const booked = await tryToBook(salon, world, start);
        expect([booked.status, booked.problem?.code], `offered: ${start}`).toEqual([201, undefined]);
      }
      const middle = Date.parse(`${world.from}T12:00:00Z`);
      for (const minutes of guessed) {
        const start = formatInstant(middle + minutes * 5 * MINUTE);
        if (offers.includes(start) || !isWithin(world, start)) continue;
        const booked = await tryToBook(salon, world, start);
        expect([409, 422], `not offered: ${start}, but ${booked.status}`).toContain(booked.status);
      }
    });
    await fc.assert(property, { numRuns: RUNS, ...(process.env['LONG'] ? {} : { seed: 20_260_714 }) });
    expect(offered).toBeGreaterThan(RUNS);
  },
);

async function offersOf(salon: World, { from, to, zone, resourceId }: OracleInput): Promise<string[]> {
  const query = new URLSearchParams({ service_id: serviceIdOf(salon), from, to, time_zone: zone });
  if (resourceId) query.set('resource_id', resourceIdOf(salon, resourceId));
  const answer = await salon.visitor.get(`/api/booking/availability?${query}`);
  expect(answer.status, JSON.stringify(answer.problem)).toBe(200);
  return (answer.body['data'] as { start: string }[]).map(({ start }) => start);
}

/** Whether the start lies on the dates that were asked for. */
function isWithin({ from, to, zone }: OracleInput, start: string): boolean {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(start));
  return date >= from && date <= to;
}

/** Books, and puts everything back as it was. */
async function tryToBook(salon: World, { resourceId }: OracleInput, start: string) {
  const answer = await salon.visitor.post('/api/booking/appointments', {
    service_id: serviceIdOf(salon),
    start,
    ...(resourceId && { resource_id: resourceIdOf(salon, resourceId) }),
    customer: { name: 'Nina', email: 'nina@example.com' },
  });
  if (answer.status === 201) {
    const { id } = answer.body['appointment'] as { id: string };
    await salon.rows('DELETE FROM appointments WHERE id = $1', [id]);
    await salon.rows('UPDATE resource_busy SET version = version + 1');
  }
  return answer;
}
