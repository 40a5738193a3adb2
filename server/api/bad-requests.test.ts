import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { fingerprints } from '../testing/fingerprint.ts';
import type { House } from '../testing/house.ts';
import { expect, test } from '../testing/test.ts';

const host = 'salon.localhost:3000';
const booking = '/api/booking/appointments';
const send = (house: House, request: InjectOptions) =>
  house.app.inject({ ...request, headers: { host, ...request.headers } });
const post = (house: House, payload: string | Buffer, type = 'application/json') =>
  send(house, { method: 'POST', url: booking, payload, headers: { 'content-type': type } });

function expectProblem(response: LightMyRequestResponse, status: number, code: string, pointer?: string): void {
  const problem = response.json<{ code: string; errors?: { pointer: string }[] }>();
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect([response.statusCode, problem.code]).toEqual([status, code]);
  expect(response.headers['request-id']).toBeTruthy();
  if (pointer !== undefined) expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
}

test.for([
  ['no JSON', '{'],
  ['two documents', '{}{}'],
  ['nothing at all', ''],
  ['a number that is none', '{"party_size": NaN}'],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ['a key that would change every object', '{"__proto__": {"role": "TENANT_OWNER"}}'],
  ['a constructor', '{"constructor": {"prototype": {"role": "TENANT_OWNER"}}}'],
  ['ten thousand lists in each other', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
] as const)('a body of %s is malformed', async ([, payload], { house }) => {
  expectProblem(await post(house, payload), 400, 'malformed_request');
});

test('a body above the limit is refused before it is read, one at the limit is judged', async ({ house }) => {
  const body = (size: number) => JSON.stringify({ notes: 'x'.repeat(size - 12) });
  expectProblem(await post(house, body(256 * 1024)), 400, 'malformed_request');
  expectProblem(await post(house, body(256 * 1024 + 1)), 413, 'too_large');
  expectProblem(await post(house, 'x'.repeat(5_000_000)), 413, 'too_large');
});

test.for(['application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'image/png'])(
  'the media type %s is not taken',
  async (type, { house }) => {
    expectProblem(await post(house, 'a=b', type), 415, 'unsupported_media_type');
  },
);

test('plain text is no body, even where it looks like one', async ({ house, salon }) => {
  const body = {
    service_id: salon.services.haircut,
    start: '2026-07-15T08:00:00Z',
    customer: { name: 'N', email: 'n@example.com' },
  };
  const before = await fingerprints(house);
  const answer = await post(house, JSON.stringify(body), 'text/plain');
  expect([400, 415]).toContain(answer.statusCode);
  expect(await fingerprints(house)).toEqual(before);
});

test('an unknown field is named', async ({ house }) => {
  const answer = await post(
    house,
    JSON.stringify({ hacker: true, customer: { name: 'N', email: 'n@example.com', is_admin: true } }),
  );
  expectProblem(answer, 400, 'malformed_request', '/body/hacker');
  expectProblem(answer, 400, 'malformed_request', '/body/customer/is_admin');
});

test.for([
  ['2026-02-30', '2026-03-01', '/query/from'],
  ['2026-07-14', '2026-13-01', '/query/to'],
  ['14.07.2026', '2026-07-15', '/query/from'],
  ['2026-07-14', '2026-08-14', '/query/to'],
  ['2026-07-14', '2026-07-13', '/query/to'],
  ['2026-07-14', '9999-12-31', '/query/to'],
] as const)('from %s to %s is no range of 31 days: %s', async ([from, to, pointer], { house, salon }) => {
  const url = `/api/booking/availability?service_id=${salon.services.haircut}&from=${from}&to=${to}`;
  expectProblem(await send(house, { url }), 400, 'malformed_request', pointer);
});

test('31 days are answered, and a zone nobody lives in is named', async ({ house, salon }) => {
  const url = `/api/booking/availability?service_id=${salon.services.haircut}&from=2026-07-14&to=2026-08-13`;
  expect((await send(house, { url })).statusCode).toBe(200);
  expectProblem(
    await send(house, { url: `${url}&time_zone=Mars/Olympus` }),
    400,
    'malformed_request',
    '/query/time_zone',
  );
});

test('the same parameter twice, and a parameter nobody knows, are named', async ({ house, salon }) => {
  const url = `/api/booking/availability?service_id=${salon.services.haircut}&from=2026-07-14&to=2026-07-15`;
  expectProblem(await send(house, { url: `${url}&from=2026-07-15` }), 400, 'malformed_request', '/query/from');
  expectProblem(await send(house, { url: `${url}&audience=business` }), 400, 'malformed_request', '/query/audience');
});

test.for([
  ['GET', '/api/v1/appointments/%zz', 400],
  ['GET', '/api/v1/appointments/%ff', 400],
  ['GET', '/api/v1/appointments/%00', 401],
  ['GET', `/api/v1/appointments/${'a'.repeat(5000)}`, 404],
  ['GET', `/api/booking/appointments/${'l'.repeat(120)}`, 400],
  ['GET', '/api/v1/nothing', 404],
  ['GET', '/api/v1//appointments', 404],
  ['POST', '/api//booking/appointments', 404],
  ['DELETE', '/api/v1/business', 404],
  ['PUT', '/api/v1/appointments', 404],
  ['OPTIONS', '/api/auth/me', 404],
  ['TRACE', '/api/v1/appointments', 404],
  ['PROPFIND', '/api/v1/appointments', 404],
] as const)('%s %s is answered by a problem %i', async ([method, url, status], { house }) => {
  const answer = await send(house, { method, url });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.headers['request-id']).toBeTruthy();
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
});

test('HEAD answers like GET without the body, and a trailing slash changes nothing', async ({ house }) => {
  const [get, head, slash] = await Promise.all([
    send(house, { url: '/api/booking/business' }),
    send(house, { method: 'HEAD', url: '/api/booking/business' }),
    send(house, { url: '/api/booking/business/' }),
  ]);
  expect([get.statusCode, head.statusCode, slash.statusCode]).toEqual([200, 200, 200]);
  expect(head.body).toBe('');
  expect(slash.body).toBe(get.body);
});

test.for([
  'nowhere.localhost:3000',
  'platform.localhost:3000',
  'localhost:3000',
  '127.0.0.1',
  'evil.example',
  'salon.localhost.evil.example',
  '..localhost',
  '',
])('no business answers at %s', async (host, { house }) => {
  const answer = await house.app.inject({ url: '/api/booking/business', headers: { host } });
  expectProblem(answer, 404, 'unknown_business');
});

test('host and header agree, or nothing is done', async ({ house }) => {
  const get = (host: string, subdomain: string) =>
    house.app.inject({ url: '/api/booking/business', headers: { host, 'x-business-subdomain': subdomain } });
  expect((await get('localhost:3000', 'clinic')).json()).toMatchObject({ name: 'Clinic' });
  expect((await get('salon.localhost:3000', 'salon')).json()).toMatchObject({ name: 'Salon' });
  expectProblem(await get('salon.localhost:3000', 'clinic'), 400, 'host_conflict');
  expectProblem(await get('platform.localhost:3000', 'clinic'), 400, 'host_conflict');
  expectProblem(await get('localhost:3000', "clinic'; --"), 404, 'unknown_business');
  expectProblem(await get('localhost:3000', 'public'), 404, 'unknown_business');
});

test('the mode is true or false', async ({ house }) => {
  const answer = await send(house, { url: '/api/booking/business', headers: { 'x-sandbox-mode': 'maybe' } });
  expectProblem(answer, 400, 'malformed_request', '/headers/x-sandbox-mode');
});

test('an idempotency key that is too long or empty is named', async ({ house, salon }) => {
  for (const key of ['', 'k'.repeat(256)]) {
    const answer = await send(house, {
      method: 'POST',
      url: booking,
      payload: {
        service_id: salon.services.haircut,
        start: '2026-07-15T08:00:00Z',
        customer: { name: 'N', email: 'n@example.com' },
      },
      headers: { 'idempotency-key': key },
    });
    expectProblem(answer, 400, 'malformed_request', '/headers/idempotency-key');
  }
});
