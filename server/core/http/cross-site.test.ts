import { askerOf, keyOf, knock } from '../../testing/asker.ts';
import { fingerprints } from '../../testing/fingerprint.ts';
import { groundOf } from '../../testing/ground.ts';
import { sampleCalls } from '../../testing/sample-calls.ts';
import { expect, test } from '../../testing/test.ts';
import { tokenIn } from '../../testing/tokens.ts';

const names = { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' };

/** How a browser tells that somebody else's page asks; a sibling sub-domain is somebody else. */
const strangers: [string, Record<string, string>][] = [
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a sibling sub-domain', { 'sec-fetch-site': 'same-site', origin: 'http://clinic.localhost:3000' }],
  ['an old browser at another site', { origin: 'https://evil.example' }],
  ['an old browser at a sibling sub-domain', { origin: 'http://clinic.localhost:3000' }],
  ['another port of the same host', { origin: 'http://salon.localhost:4000' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a header that is none of the known', { 'sec-fetch-site': 'anything' }],
];

test(
  'no page but our own changes anything on any route, with whatever session',
  { timeout: 60_000 },
  async ({ house, salon }) => {
    const ground = await groundOf(house, salon, names);
    const olga = askerOf(house, { name: 'olga', role: 'TENANT_OWNER', home: 'salon', mode: 'live' });
    // The booking surface looks at no cookie, so any page may embed it.
    const unsafe = house.routes.filter(
      ({ endpoint, place }) =>
        endpoint.method !== 'GET' && place !== 'platform' && !endpoint.path.startsWith('/api/booking/'),
    );
    expect(unsafe.length).toBeGreaterThan(30);
    const calls = [];
    for (const route of unsafe) calls.push({ route, call: await sampleCalls[keyOf(route)]!(ground) });
    await knock(
      house,
      house.routes.find(({ endpoint }) => endpoint.path === '/api/v1/business')!,
      {},
      { asker: olga, at: 'salon', mode: 'live' },
    );
    const before = await fingerprints(house);
    for (const { route, call } of calls) {
      for (const [who, headers] of strangers) {
        const reply = await knock(house, route, call, { asker: olga, at: 'salon', mode: 'live', headers });
        expect([reply.status, reply.code], `${keyOf(route)} from ${who}`).toEqual([403, 'cross_site']);
      }
    }
    expect(await fingerprints(house)).toEqual(before);
  },
);

test.for([
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://salon.localhost:3000' }],
  ['an address typed in', { 'sec-fetch-site': 'none' }],
  ['an old browser on our own page', { origin: 'http://salon.localhost:3000' }],
  ['a program', {}],
] as const)('%s may change things', async ([, headers], { olga }) => {
  expect((await olga.post('/api/v1/customers', { name: 'Pia' }, headers)).status).toBe(201);
});

test('no answer outside the booking surface lets another origin read it', async ({ house, olga, salon }) => {
  const asked = { origin: 'https://evil.example' };
  for (const path of ['/api/auth/me', '/api/v1/customers', '/api/v1/openapi.json', '/healthz'])
    expect((await olga.get(path, asked)).headers['access-control-allow-origin'], path).toBeUndefined();
  const open = await salon.visitor.get('/api/booking/business', asked);
  expect(open.headers['access-control-allow-origin']).toBe('*');
  expect(open.headers['access-control-allow-credentials']).toBeUndefined();
  expect(house.routes.length).toBeGreaterThan(0);
});

test('an answer to a token may be read by any origin, and what a browser asks before is allowed', async ({
  salon,
  olga,
}) => {
  const { headers } = await tokenIn(salon, { scopes: ['services:read'] });
  const asked = { origin: 'https://shop.example' };
  const [read, refused, cookie] = [
    await salon.visitor.get('/api/v1/services', { ...asked, ...headers }),
    await salon.visitor.get('/api/v1/customers', { ...asked, ...headers }),
    await olga.get('/api/v1/services', asked),
  ];
  for (const { headers: told } of [read, refused]) {
    expect(told['access-control-allow-origin']).toBe('*');
    expect(told['access-control-expose-headers']).toContain('RateLimit');
    expect(told['access-control-allow-credentials']).toBeUndefined();
  }
  expect([read.status, refused.status, cookie.status]).toEqual([200, 403, 200]);
  expect(cookie.headers['access-control-allow-origin']).toBeUndefined();
  // A cookie that comes with a token of no use gets nothing to read either.
  const both = await olga.get('/api/v1/customers', { ...asked, authorization: 'Bearer x' });
  expect([both.status, both.problem.code]).toEqual([401, 'token_malformed']);
});

test('before a call with a token a browser learns what it may send; elsewhere nothing', async ({ house }) => {
  const ask = (url: string) =>
    house.app.inject({
      method: 'OPTIONS',
      url,
      headers: { host: 'salon.localhost:3000', origin: 'https://shop.example' },
    });
  const { statusCode, headers } = await ask('/api/v1/appointments');
  expect([statusCode, headers['access-control-allow-origin']]).toEqual([204, '*']);
  expect(headers['access-control-allow-methods']).toContain('PATCH');
  for (const name of ['Authorization', 'Idempotency-Key', 'X-Sandbox-Mode', 'X-Business-Subdomain', 'Smooth-Version'])
    expect(headers['access-control-allow-headers']).toContain(name);
  expect(headers['access-control-allow-credentials']).toBeUndefined();
  for (const url of ['/api/auth/login', '/api/platform/tenants', '/api/sandbox/status'])
    expect((await ask(url)).headers['access-control-allow-origin'], url).toBeUndefined();
});

test('the booking surface does not look at a cookie, not even at a broken one', async ({ salon, olga }) => {
  const by = { cookie: 'smooth_session=nonsense' };
  expect((await salon.visitor.get('/api/booking/business', by)).status).toBe(200);
  const start = '2026-07-15T08:00:00Z';
  const customer = { name: 'Nina', email: 'nina@example.com' };
  // Signed in as the owner, notice would not bind; here the owner is a visitor like any other.
  const body = { service_id: salon.services.haircut, start: '2026-07-14T05:00:00Z', customer };
  expect((await olga.post('/api/booking/appointments', body)).status).toBe(422);
  const booked = await olga.post('/api/booking/appointments', { ...body, start });
  expect(booked.body).toMatchObject({ appointment: { status: 'confirmed' } });
});
