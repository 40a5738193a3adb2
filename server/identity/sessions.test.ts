import type { FastifyInstance } from 'fastify';
import { buildApi } from '../api/app.ts';
import { emailOf, PASSWORD } from '../testing/cast.ts';
import { fingerprints } from '../testing/fingerprint.ts';
import type { House } from '../testing/house.ts';
import { expect, test } from '../testing/test.ts';

const login = (
  app: FastifyInstance,
  who: string,
  at: string,
  headers: Record<string, string> = {},
  password = PASSWORD,
) =>
  app.inject({
    method: 'POST',
    url: '/api/auth/login',
    headers: { host: `${at}.localhost:3000`, ...headers },
    payload: { email: emailOf(who, at === 'platform' ? 'platform' : at), password },
  });
const cookieOf = (response: { headers: Record<string, unknown> }) =>
  String(response.headers['set-cookie']).split(';')[0]!;
const me = (app: FastifyInstance, at: string, cookie: string, headers: Record<string, string> = {}) =>
  app.inject({ url: '/api/auth/me', headers: { host: `${at}.localhost:3000`, cookie, ...headers } });
const sessions = async (house: House) =>
  (await house.rows<{ count: number }>('public', 'SELECT count(*)::int AS count FROM sessions'))[0]!.count;

test('over HTTPS the cookie is bound to its host, out of reach of scripts, and sent to no other site', async ({
  house,
}) => {
  const baseUrl = new URL('https://localhost:3000');
  const { app } = await buildApi({ ...house.core, config: { ...house.core.config, baseUrl } });
  const answer = await login(app, 'olga', 'salon');
  const [pair, ...attributes] = String(answer.headers['set-cookie']).split('; ');
  expect(pair).toMatch(/^__Host-smooth=[\w-]{43}$/);
  expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure']);
  expect((await me(app, 'salon', pair!)).statusCode).toBe(200);
  // The name without the prefix counts for nothing here: a sibling sub-domain could have set it.
  expect((await me(app, 'salon', pair!.replace('__Host-smooth', 'smooth_session'))).statusCode).toBe(401);
  await app.close();
});

test('no token is kept in the clear', async ({ house }) => {
  const token = cookieOf(await login(house.app, 'olga', 'salon')).split('=')[1]!;
  const rows = await house.rows<{ text: string }>('public', 'SELECT sessions::text AS text FROM sessions');
  const hex = Buffer.from(token).toString('hex');
  expect(rows.some(({ text }) => text.includes(token) || text.includes(hex))).toBe(false);
});

test('a sign-in renews the session: the token of before opens nothing any more', async ({ house }) => {
  const before = cookieOf(await login(house.app, 'olga', 'salon'));
  const after = cookieOf(await login(house.app, 'olga', 'salon', { cookie: before }));
  expect(after).not.toBe(before);
  expect((await me(house.app, 'salon', before)).statusCode).toBe(401);
  expect((await me(house.app, 'salon', after)).statusCode).toBe(200);
});

test('a token that somebody planted before the sign-in is never taken over', async ({ house }) => {
  const planted = 'smooth_session=planted';
  const cookie = cookieOf(await login(house.app, 'olga', 'salon', { cookie: planted }));
  expect(cookie).not.toBe(planted);
  expect((await me(house.app, 'salon', planted)).statusCode).toBe(401);
});

test('signing out ends the session on the server, and takes the cookie away', async ({ house }) => {
  const cookie = cookieOf(await login(house.app, 'olga', 'salon'));
  const other = cookieOf(await login(house.app, 'olga', 'salon'));
  const headers = { host: 'salon.localhost:3000', cookie };
  const out = await house.app.inject({ method: 'POST', url: '/api/auth/logout', headers });
  expect([out.statusCode, String(out.headers['set-cookie'])]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  expect((await me(house.app, 'salon', cookie)).statusCode).toBe(401);
  expect((await me(house.app, 'salon', other)).statusCode).toBe(200);
});

test('a session ends after 30 days', async ({ house, at }) => {
  const cookie = cookieOf(await login(house.app, 'olga', 'salon'));
  at('2026-08-13T07:59:59Z');
  expect((await me(house.app, 'salon', cookie)).statusCode).toBe(200);
  at('2026-08-13T08:00:00Z');
  expect((await me(house.app, 'salon', cookie)).statusCode).toBe(401);
});

test('whoever is switched off is out at once, and does not come in again', async ({ house }) => {
  const cookie = cookieOf(await login(house.app, 'ben', 'salon'));
  const set = (isActive: boolean) =>
    house.rows('public', `UPDATE users SET is_active = $1 WHERE email = 'ben@salon.example'`, [isActive]);
  await set(false);
  expect((await me(house.app, 'salon', cookie)).statusCode).toBe(401);
  expect((await login(house.app, 'ben', 'salon')).json()).toMatchObject({ code: 'wrong_credentials' });
  await set(true);
});

test('a session counts where it was opened and nowhere else', async ({ house }) => {
  const olga = cookieOf(await login(house.app, 'olga', 'salon'));
  const root = cookieOf(await login(house.app, 'root', 'platform'));
  for (const [at, cookie] of [
    ['clinic', olga],
    ['platform', olga],
    ['salon', root],
    ['clinic', root],
  ] as const)
    expect((await me(house.app, at, cookie)).statusCode, at).toBe(401);
  const header = { host: 'localhost:3000', cookie: olga, 'x-business-subdomain': 'clinic' };
  expect((await house.app.inject({ url: '/api/auth/me', headers: header })).statusCode).toBe(401);
});

test('people of the platform cannot sign in at a business, nor its people at the platform or another business', async ({
  house,
}) => {
  const before = await sessions(house);
  const attempt = (email: string, at: string) =>
    house.app.inject({
      method: 'POST',
      url: '/api/auth/login',
      headers: { host: `${at}.localhost:3000` },
      payload: { email, password: PASSWORD },
    });
  for (const [email, at] of [
    ['root@platform.example', 'salon'],
    ['olga@salon.example', 'platform'],
    ['olga@salon.example', 'clinic'],
  ] as const)
    expect((await attempt(email, at)).json(), at).toMatchObject({ status: 401, code: 'wrong_credentials' });
  const bare = { host: 'localhost:3000' };
  const payload = { email: 'olga@salon.example', password: PASSWORD };
  expect((await house.app.inject({ method: 'POST', url: '/api/auth/login', headers: bare, payload })).statusCode).toBe(
    404,
  );
  expect(await sessions(house)).toBe(before);
});

test('staff and customers of the live business are strangers to the sandbox', async ({ house }) => {
  const cookie = cookieOf(await login(house.app, 'ana', 'salon', { 'x-sandbox-mode': 'false' }));
  const asked = await me(house.app, 'salon', cookie, { 'x-sandbox-mode': 'true' });
  expect(asked.json()).toMatchObject({ status: 400, code: 'mode_conflict' });
  expect((await me(house.app, 'salon', cookie)).json()).toMatchObject({ mode: 'live' });
});

test('owners have one account and choose the mode with each request', async ({ house }) => {
  const cookie = cookieOf(await login(house.app, 'olga', 'salon'));
  expect((await me(house.app, 'salon', cookie, { 'x-sandbox-mode': 'true' })).json()).toMatchObject({
    mode: 'sandbox',
  });
  expect((await me(house.app, 'salon', cookie)).json()).toMatchObject({ mode: 'live' });
});

test('a suspended business is read and not written, a closed one is not there', async ({ house, clinic }) => {
  const carla = cookieOf(await login(house.app, 'carla', 'clinic'));
  const headers = { host: 'clinic.localhost:3000', cookie: carla };
  const get = (url: string) => house.app.inject({ url, headers });
  const become = async (status: string) => {
    await house.rows('public', `UPDATE tenants SET status = $1 WHERE subdomain = 'clinic'`, [status]);
    // A business is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1100));
  };
  await become('suspended');
  const before = await fingerprints(house);
  const body = {
    service_id: clinic.services.checkup,
    start: '2026-07-15T15:00:00Z',
    customer: { name: 'N', email: 'n@example.com' },
  };
  for (const [url, payload] of [
    ['/api/v1/customers', { name: 'Pia' }],
    ['/api/booking/appointments', body],
  ] as const) {
    const answer = await house.app.inject({ method: 'POST', url, headers, payload });
    expect(answer.json(), url).toMatchObject({ status: 403, code: 'business_suspended' });
  }
  expect((await get('/api/v1/customers')).statusCode).toBe(200);
  expect((await get('/api/booking/services')).statusCode).toBe(200);
  expect(await fingerprints(house)).toEqual(before);
  await become('closed');
  for (const url of ['/api/v1/customers', '/api/booking/services', '/api/auth/me'])
    expect((await get(url)).json(), url).toMatchObject({ status: 404, code: 'unknown_business' });
  await become('active');
  expect((await get('/api/v1/customers')).statusCode).toBe(200);
});
