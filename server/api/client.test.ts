import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { every, smoothSchedule, SmoothScheduleError } from '../../client/src/client.ts';
import { clientApi } from '../bin/client/print.ts';
import { expect, test as plain } from '../testing/test.ts';
import { tokenIn } from '../testing/tokens.ts';

const test = plain
  .extend('baseUrl', { scope: 'file' }, async ({ house }) => {
    await house.app.listen({ host: '127.0.0.1', port: 0 });
    return `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`;
  })
  .extend('smooth', { scope: 'file' }, async ({ baseUrl, salonTest }) =>
    smoothSchedule({ baseUrl, token: (await tokenIn(salonTest)).secret }),
  );

test('what the client knows is what the routes say', ({ house }) => {
  const written = readFileSync(join(import.meta.dirname, '../../client/src/api.ts'), 'utf8');
  expect(written === clientApi(house.routes), 'Write it anew with: node server/bin/client.ts').toBe(true);
});

test('a program books, moves and cancels, and hears of a stale revision what is there now', async ({
  smooth,
  salonTest,
}) => {
  const service_id = salonTest.services.haircut;
  const { data: offers } = await smooth.availability.list({ service_id, from: '2026-07-16', to: '2026-07-17' });
  const customer = { name: 'Ines Costa', email: 'ines.costa@example.com' };
  const booked = await smooth.appointments.create({ service_id, start: offers[0]!.start, customer });
  expect(booked).toMatchObject({ status: 'confirmed', source: 'api' });
  const { id, revision } = booked;
  const moved = await smooth.appointments.reschedule(id, { revision, start: offers.at(-1)!.start });
  expect(moved.start).toBe(offers.at(-1)!.start);
  const refused = await smooth.appointments.cancel(id, { revision }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(SmoothScheduleError);
  expect((refused as SmoothScheduleError).problem).toMatchObject({
    status: 409,
    code: 'stale_revision',
    current: { id, revision: moved.revision },
  });
  expect((await smooth.appointments.cancel(id, { revision: moved.revision })).status).toBe('cancelled');
});

test('every page of a list comes, one entry after the other', async ({ smooth }) => {
  for (let made = 0; made < 7; made += 1) await smooth.customers.create({ name: `Customer ${made}` });
  const names: string[] = [];
  for await (const { name } of every(smooth.customers.list, { limit: 3 })) names.push(name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith('Customer '))).toHaveLength(7);
});

test('a call that met a busy server is made again with the same key, and done once', async ({ baseUrl, salonTest }) => {
  const keys: (string | null)[] = [];
  const lossy: typeof fetch = async (url, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key'));
    const response = await fetch(url, init);
    // The answer is lost on its way.
    if (keys.length === 1) return new Response('', { status: 503, headers: { 'retry-after': '0' } });
    return response;
  };
  const smooth = smoothSchedule({ baseUrl, token: (await tokenIn(salonTest)).secret, fetch: lossy });
  const before = await salonTest.mark();
  await smooth.customers.create({ name: 'Jonas Weber' });
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(await salonTest.eventsSince(before)).toHaveLength(1);
});

test('the booking surface needs no token', async ({ baseUrl }) => {
  const smooth = smoothSchedule({ baseUrl, business: 'salon' });
  expect((await smooth.booking.getBusiness()).name.length).toBeGreaterThan(0);
  await expect(smooth.services.list()).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
});
