import { expect, inject, test as bare } from 'vitest';
import { clinicCast, platformCast, salonCast, emailOf, PASSWORD } from './cast.ts';
import { type House, openHouse } from './house.ts';
import { type Person, personOf } from './person.ts';
import './setup.ts';
import { worldOf } from './world.ts';
import './expectations.ts';

/**
 * Integration tests on the real application and a real PostgreSQL. Each test file has a database of its own, a copy of
 * the template with the cast (`cast.ts`); the tests of a file share it.
 *
 *     import { expect, test } from '../testing/test.ts';
 *     test('a manager adds a chair', async ({ salon, marek, at }) => {
 *       at('2026-07-14T10:00Z');
 *       const before = await salon.mark();
 *       const answer = await marek.call(createResource, { body: { name: 'Chair 2', type: 'room' } });
 *       expect(answer.status).toBe(201);
 *       expect(await salon.eventsSince(before)).toMatchObject([{ type: 'resource.created' }]);
 *       expect(await marek.post('/api/v1/resources', {})).toBeRefused(400, 'malformed_request', '/body/name');
 *     });
 *
 * `salon`, `clinic`: the businesses, live; `salonTest`, `clinicTest`: their sandboxes. `olga`, `marek`, `ana`, `ben`,
 * `maya`: people of the live salon; others by `clinic.people.carla`, `salonTest.people.ana`. `platform`: its people.
 * The clock stands at Tuesday, 2026-07-14 08:00 UTC (10:00 in Berlin) until `at` moves it, for that test only.
 */
export const test = bare
  // oxlint-disable-next-line no-empty-pattern
  .extend('house', { scope: 'file' }, async ({}, { onCleanup }): Promise<House> => {
    const house = await openHouse(inject('cluster'));
    onCleanup(() => house.close());
    return house;
  })
  .extend('at', { auto: true }, ({ house }) => {
    const at = (instant: string): void => house.clock.set(instantOf(instant));
    at('2026-07-14T08:00:00Z');
    return at;
  })
  .extend('salon', { scope: 'file' }, ({ house }) => worldOf(house, salonCast, 'live'))
  .extend('salonTest', { scope: 'file' }, ({ house }) => worldOf(house, salonCast, 'sandbox'))
  .extend('clinic', { scope: 'file' }, ({ house }) => worldOf(house, clinicCast, 'live'))
  .extend('clinicTest', { scope: 'file' }, ({ house }) => worldOf(house, clinicCast, 'sandbox'))
  .extend('platform', { scope: 'file' }, ({ house }) => {
    const standing = { app: house.app, host: 'platform.localhost:3000', now: () => house.clock.now() };
    const people = Object.keys(platformCast).map((name) => {
      const credentials = { email: emailOf(name, 'platform'), password: PASSWORD };
      return [name, personOf({ ...standing, credentials })];
    });
    return {
      ...(Object.fromEntries(people) as Record<keyof typeof platformCast, Person>),
      visitor: personOf(standing),
    };
  })
  .extend('olga', ({ salon }) => salon.people.olga)
  .extend('marek', ({ salon }) => salon.people.marek)
  .extend('ana', ({ salon }) => salon.people.ana)
  .extend('ben', ({ salon }) => salon.people.ben)
  .extend('maya', ({ salon }) => salon.people.maya);

export { expect };

function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new Error(`Not an instant: ${text}`);
  return instant;
}
