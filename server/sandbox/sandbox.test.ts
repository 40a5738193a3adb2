import { me } from '@smooth/contract/identity/auth.ts';
import { moveSandboxClock, resetSandbox, sandboxStatus, toggleSandbox } from '@smooth/contract/sandbox/sandbox.ts';
import type { Person } from '../testing/person.ts';
import { type Background, startBackground, until } from '../testing/post-office.ts';
import { expect, test as bare } from '../testing/test.ts';
import type { World } from '../testing/world.ts';
import { emptied } from './queries.ts';

const test = bare.extend('background', { scope: 'file' }, async ({ house }, { onCleanup }): Promise<Background> => {
  const background = await startBackground(house);
  onCleanup(() => background.stop());
  return background;
});

/** What is kept of a business is remembered for a second. */
const SECOND = { timeout: 5000, interval: 100 };

const countOf = async (world: World, table: string) =>
  (await world.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;
const contentOf = (world: World) =>
  Promise.all(
    emptied.map(async (table) => [table, await world.rows(`SELECT * FROM ${table} AS one ORDER BY one::text`)]),
  );
const filled = (salonTest: World, olga: Person) =>
  until(
    async () => (await olga.call(sandboxStatus)).body.filling === null && (await countOf(salonTest, 'services')) > 0,
  );

test('an owner switches the session, and every request without a header follows', async ({ salon, house }) => {
  const { cookie, host } = await salon.people.olga.signedIn();
  const modeOf = async () => {
    const answer = await house.app.inject({ url: '/api/sandbox/status/', headers: { cookie, host } });
    return answer.json<{ sandbox_mode: boolean }>().sandbox_mode;
  };
  expect(await modeOf()).toBe(false);
  expect((await salon.people.olga.call(toggleSandbox, { body: { sandbox: true } }, { cookie })).body).toMatchObject({
    sandbox_mode: true,
    sandbox_enabled: true,
    filling: null,
  });
  expect(await modeOf()).toBe(true);
  // The header of the tab outweighs the session.
  expect((await salon.people.olga.call(me)).body.mode).toBe('live');
  expect(
    (await salon.people.olga.call(toggleSandbox, { body: { sandbox: false } }, { cookie })).body.sandbox_mode,
  ).toBe(false);
  expect(await modeOf()).toBe(false);
});

test('only who belongs to both modes may switch, and only where there is a test mode', async ({ salon, house }) => {
  const { ana, maya, marek } = salon.people;
  for (const person of [ana, maya])
    for (const endpoint of [toggleSandbox, resetSandbox, moveSandboxClock])
      expect(await person.post(endpoint.path, {})).toBeRefused(403, 'forbidden');
  expect(await salon.visitor.call(sandboxStatus)).toBeRefused(401, 'unauthenticated');
  await house.rows('public', "UPDATE public.tenants SET sandbox_enabled = false WHERE subdomain = 'salon'");
  await expect
    .poll(async () => (await marek.call(toggleSandbox, { body: { sandbox: true } })).problem.code, SECOND)
    .toBe('sandbox_disabled');
  expect(await marek.call(resetSandbox)).toBeRefused(403, 'sandbox_disabled');
  await house.rows('public', "UPDATE public.tenants SET sandbox_enabled = true WHERE subdomain = 'salon'");
  await expect
    .poll(async () => (await marek.call(toggleSandbox, { body: { sandbox: true } })).status, SECOND)
    .toBe(200);
});

test('every table of a business is emptied or kept on purpose', async ({ salonTest }) => {
  const kept = ['resource_types', 'rules_version', 'webhooks'];
  const tables = await salonTest.rows<{ name: string }>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1',
  );
  expect(tables.map(({ name }) => name)).toEqual([...emptied, ...kept].sort());
});

test('a reset empties the sandbox and leaves what is live as it is', async ({ salon, salonTest, olga }) => {
  const booked = { service_id: salonTest.services.haircut, start: '2026-07-15T08:00:00Z', customer: { name: 'Nina' } };
  expect((await salonTest.people.olga.post('/api/v1/appointments', booked)).status).toBe(201);
  const live = await contentOf(salon);
  expect((await olga.call(resetSandbox)).status).toBe(200);
  expect(await contentOf(salon)).toEqual(live);
  for (const table of emptied.filter((name) => name !== 'events' && name !== 'outbox'))
    expect([table, await countOf(salonTest, table)]).toEqual([table, 0]);
  expect(await salonTest.eventsSince(0)).toMatchObject([{ type: 'sandbox.reset', payload: { world: 'empty' } }]);
  // What this process remembered of it is gone too.
  expect((await salonTest.people.olga.get('/api/v1/services')).body['data']).toEqual([]);
});

test('a sample world comes in beside the live one, and nobody else is told', async ({
  salon,
  salonTest,
  olga,
  background,
}) => {
  const live = await contentOf(salon);
  const asked = await olga.call(resetSandbox, { body: { world: 'salon' } });
  expect(asked.body.filling).toMatchObject({ world: 'salon', failed: false });
  expect(await olga.call(resetSandbox)).toBeRefused(409, 'sandbox_filling');
  await background.worker.sweep();
  await filled(salonTest, olga);
  expect(await countOf(salonTest, 'appointments')).toBeGreaterThan(100);
  expect(await salonTest.rows("SELECT FROM messages WHERE status <> 'captured'")).toEqual([]);
  expect(await contentOf(salon)).toEqual(live);
});

test('the clock goes ahead, and what is due by then happens at once', async ({ salonTest, olga, background }) => {
  await olga.call(resetSandbox, { body: { world: 'salon' } });
  await background.worker.sweep();
  await filled(salonTest, olga);
  const [service] = await salonTest.rows<{ id: string }>("SELECT id FROM services WHERE name LIKE 'Haircut%'");
  const free = await salonTest.visitor.get(
    `/api/booking/availability?service_id=${service!.id}&from=2026-07-17&to=2026-07-17`,
  );
  const [offer] = free.body['data'] as { start: string }[];
  const guest = { name: 'Nina Park', email: 'nina@example.com' };
  const booking = { service_id: service!.id, start: offer!.start, customer: guest };
  expect((await salonTest.visitor.post('/api/booking/appointments', booking)).status).toBe(201);
  const reminders = () =>
    salonTest.rows("SELECT FROM messages WHERE template = 'reminder' AND recipient = $1", [guest.email]);
  expect(await reminders()).toEqual([]);
  const now = new Date(Date.parse(offer!.start) - 3_600_000).toISOString();
  const moved = await olga.call(moveSandboxClock, { body: { now } });
  expect(moved.body).toMatchObject({ is_clock_moved: true, now: now.replace('.000', '') });
  // The clock of the house stands still, so the queue does not wait until every process feels the new one.
  await until(async () => {
    await background.worker.sweep();
    return (await reminders()).length === 1;
  });
  // The past does not come back.
  const back = await olga.call(moveSandboxClock, { body: { now: '2026-07-14T09:00:00Z' } });
  expect(back).toBeRefused(400, 'malformed_request', '/body/now');
  const again = await olga.call(resetSandbox);
  expect(again.problem.code).toBe(undefined);
  expect(again.body.is_clock_moved).toBe(false);
});
