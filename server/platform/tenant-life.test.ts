import {
  changeTenant,
  closeTenant,
  createTenant,
  getTenant,
  reopenTenant,
  resumeTenant,
  suspendTenant,
} from '@smooth/contract/platform/tenants.ts';
import { furnish } from '../worlds/furnish.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { expect, test } from '../testing/test.ts';
import { deleteWhatIsDue } from './actions/delete.ts';
import { provisionNext } from './actions/provision.ts';

const barber = { name: 'Barber', subdomain: 'barber', time_zone: 'Europe/Berlin', currency: 'EUR' };
const made = async (person: Person, about: object = {}) => {
  const answer = await person.call(createTenant, { body: { ...barber, ...about } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};
const provision = async (house: House) => {
  while (await provisionNext({ core: house.core, ownerUrl: house.urls.ownerUrl, furnish }));
};
const asked = (house: House, subdomain: string) =>
  house.app.inject({ url: '/api/booking/business', headers: { host: `${subdomain}.localhost:3000` } });
const trail = (house: House, id: string) =>
  house.rows<{ action: string; actor_email: string | null }>(
    'public',
    'SELECT action, actor_email FROM audit WHERE tenant_id = $1 ORDER BY id',
    [id],
  );

test('a new business is let in as soon as both its schemas are there', async ({ house, platform }) => {
  const { id, ...shown } = await made(platform.petra, { tier: 'STARTER' });
  expect(shown).toMatchObject({ provisioning: 'waiting', usage: null, status: 'active' });
  expect(shown.schemas.map(({ mode, status }) => `${mode} ${status}`)).toEqual(['live creating', 'sandbox creating']);
  expect((await asked(house, 'barber')).statusCode).toBe(404);
  await provision(house);
  // What was not there is remembered for a second.
  await new Promise((resolve) => setTimeout(resolve, 1050));
  const ready = (await platform.petra.call(getTenant, { params: { id } })).body;
  expect(ready).toMatchObject({ provisioning: 'ready', usage: { staff: 0 }, entitlements: { limits: { staff: 5 } } });
  expect(ready.schemas.every(({ version, newest, status }) => version === newest && status === 'ready')).toBe(true);
  expect((await asked(house, 'barber')).json()).toMatchObject({ name: 'Barber' });
  expect(await trail(house, id)).toEqual([{ action: 'TENANT_CREATED', actor_email: 'petra@platform.example' }]);
});

test('a schema that cannot be made is told, and does not keep others waiting', async ({ house, platform }) => {
  const [bad, good] = [
    await made(platform.root, { subdomain: 'bad' }),
    await made(platform.root, { subdomain: 'good' }),
  ];
  await house.rows('public', 'CREATE SCHEMA bad');
  await provision(house);
  const of = async (id: string) => (await platform.root.call(getTenant, { params: { id } })).body;
  expect(await of(bad.id)).toMatchObject({ provisioning: 'failed', provisioning_error: 'schema "bad" already exists' });
  expect(await of(good.id)).toMatchObject({ provisioning: 'ready' });
});

test.for([
  [{ subdomain: 'platform' }, 400, 'malformed_request', '/body/subdomain'],
  [{ subdomain: 'www' }, 400, 'malformed_request', '/body/subdomain'],
  [{ subdomain: 'Not Fit' }, 400, 'malformed_request', '/body/subdomain'],
  [{ subdomain: 'salon' }, 409, 'duplicate', '/body/subdomain'],
  [{ subdomain: 'x', tier: 'GOLD' }, 400, 'malformed_request', '/body/tier'],
  [{ subdomain: 'x', time_zone: 'Mars/Base' }, 400, 'malformed_request', '/body/time_zone'],
  [{ subdomain: 'x', currency: 'XXZ' }, 400, 'malformed_request', '/body/currency'],
] as const)('%j is refused next to its field', async ([about, status, code, pointer], { platform }) => {
  const answer = await platform.root.post('/api/platform/tenants', { ...barber, ...about });
  expect(answer).toBeRefused(status, code, pointer);
});

test('sales makes, sees and changes demo accounts only; support only reads', async ({ platform }) => {
  expect(await platform.sam.post('/api/platform/tenants', { ...barber, subdomain: 'lasting' })).toBeRefused(
    403,
    'forbidden',
  );
  expect(await platform.uma.post('/api/platform/tenants', barber)).toBeRefused(403, 'forbidden');
  const lasting = await made(platform.root, { subdomain: 'lasting' });
  const demo = await made(platform.sam, { subdomain: 'shown', is_temporary: true, world: 'salon', lasts_days: 3 });
  expect(demo).toMatchObject({ is_temporary: true, expires_at: '2026-07-17T08:00:00Z', can: { edit: true } });
  const change = (person: Person, id: string) =>
    person.call(changeTenant, { params: { id }, body: { revision: 1, name: 'Other' } });
  expect(await change(platform.sam, lasting.id)).toBeRefused(404, 'not_found');
  expect(await change(platform.uma, demo.id)).toBeRefused(403, 'forbidden');
  expect((await change(platform.sam, demo.id)).body).toMatchObject({ name: 'Other', revision: 2 });
  expect(await change(platform.sam, demo.id)).toBeRefused(409, 'stale_revision');
});

test('a suspended business is read and not written, until it is resumed', async ({ house, platform, olga }) => {
  const { id } = house.tenants.get('salon')!;
  const rename = async () => {
    const { body } = await olga.get('/api/v1/business');
    return olga.patch('/api/v1/business', { revision: body['revision'], tagline: undefined, name: 'Salon' });
  };
  const [one] = await house.rows<{ revision: number }>('public', 'SELECT revision FROM tenants WHERE id = $1', [id]);
  let revision = one!.revision;
  const become = async (endpoint: typeof suspendTenant | typeof resumeTenant) => {
    const answer = await platform.petra.call(endpoint as typeof suspendTenant, {
      params: { id },
      body: { revision, reason: 'unpaid' },
    });
    expect(answer.status, answer.text).toBe(200);
    revision = answer.body.revision;
    // The business is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1050));
  };
  await become(suspendTenant);
  expect(await rename()).toBeRefused(403, 'business_suspended');
  await become(resumeTenant);
  expect((await rename()).status).toBe(200);
  expect(await platform.petra.call(resumeTenant, { params: { id }, body: { revision: revision + 1 } })).toBeRefused(
    409,
    'wrong_status',
  );
});

test(
  'a closed business comes back while it is kept, and is gone without a trace after that',
  { timeout: 90_000 },
  async ({ house, platform, at }) => {
    const { id } = await made(platform.root, { subdomain: 'closing' });
    await provision(house);
    const closed = await platform.root.call(closeTenant, { params: { id }, body: { revision: 1, reason: 'moved' } });
    expect(closed.body).toMatchObject({
      status: 'closed',
      delete_after: '2026-08-13T08:00:00Z',
      can: { reopen: true },
    });
    expect((await asked(house, 'closing')).statusCode).toBe(404);
    const back = await platform.root.call(reopenTenant, { params: { id }, body: { revision: 2 } });
    expect(back.body).toMatchObject({ status: 'active', delete_after: null });
    await platform.root.call(closeTenant, { params: { id }, body: { revision: 3 } });
    at('2026-08-13T07:59:00Z');
    await deleteWhatIsDue(house.core, house.urls.ownerUrl);
    expect((await platform.root.call(getTenant, { params: { id } })).status).toBe(200);
    at('2026-08-13T08:00:00Z');
    expect(await platform.root.call(reopenTenant, { params: { id }, body: { revision: 4 } })).toBeRefused(
      409,
      'wrong_status',
    );
    expect(await deleteWhatIsDue(house.core, house.urls.ownerUrl)).toBe(1);
    expect(await platform.root.call(getTenant, { params: { id } })).toBeRefused(404, 'not_found');
    const left = await house.rows('public', "SELECT FROM pg_namespace WHERE nspname LIKE 'closing%'");
    const roles = await house.rows('public', 'SELECT FROM pg_roles WHERE rolname LIKE $1', [
      `t_${id.replaceAll('-', '')}%`,
    ]);
    expect([left, roles]).toEqual([[], []]);
    expect((await trail(house, id)).at(-1)).toEqual({ action: 'TENANT_DELETED', actor_email: null });
  },
);

test(
  'a demo account comes filled with its world, and is deleted when it expires',
  { timeout: 90_000 },
  async ({ house, platform, at }) => {
    const { id } = await made(platform.sam, { subdomain: 'tryit', is_temporary: true, world: 'clinic', lasts_days: 2 });
    await provision(house);
    const { usage } = (await platform.sam.call(getTenant, { params: { id } })).body;
    expect(usage!.staff).toBeGreaterThan(2);
    expect(usage!.appointments_per_month).toBeGreaterThan(10);
    at('2026-07-16T08:00:01Z');
    expect(await deleteWhatIsDue(house.core, house.urls.ownerUrl)).toBeGreaterThan(0);
    expect(await platform.sam.call(getTenant, { params: { id } })).toBeRefused(404, 'not_found');
  },
);
