import type { FastifyInstance } from 'fastify';
import { openDatabase } from '../core/db/database.ts';
import { proxyTo } from '../testing/proxy.ts';
import { expect, test } from '../testing/test.ts';
import { buildApi } from './app.ts';

const host = 'salon.localhost:3000';
const ready = async (app: FastifyInstance) => (await app.inject({ url: '/readyz' })).statusCode;

test('without its database the house says so on every route, and goes on by itself when it is back', async ({
  house,
  salon,
}) => {
  const proxy = await proxyTo(house.urls.loginUrl);
  const database = openDatabase({ url: proxy.url, poolSize: 4, log: house.core.log });
  const { app } = await buildApi({ ...house.core, database });
  const body = {
    service_id: salon.services.haircut,
    start: '2026-07-15T08:00:00Z',
    customer: { name: 'N', email: 'n@example.com' },
  };
  const book = () => app.inject({ method: 'POST', url: '/api/booking/appointments', headers: { host }, payload: body });
  const look = () => app.inject({ url: '/api/booking/services', headers: { host } });
  expect([await ready(app), (await look()).statusCode]).toEqual([200, 200]);

  // Some are under way when the line is cut.
  const underWay = Array.from({ length: 20 }, () => look());
  await proxy.cut();
  for (const { statusCode } of await Promise.all(underWay)) expect([200, 503]).toContain(statusCode);
  const before = await salon.mark();
  for (const ask of [book, look]) {
    const answer = await ask();
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['retry-after']).toBeTruthy();
  }
  expect(await ready(app)).toBe(503);
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
  expect(await salon.eventsSince(before)).toEqual([]);

  await proxy.join();
  expect([await ready(app), (await look()).statusCode, (await book()).statusCode]).toEqual([200, 200, 201]);
  await app.close();
  await database.close();
  await proxy.cut();
});
