import { inTenant, tenantHandle } from '../core/tenant/tenant.ts';
import type { TenantRow } from '../core/tenant/gate.ts';
import { Refused } from '../core/errors.ts';
import { type Fresh, test } from '../testing/fresh.ts';
import { expect } from '../testing/test.ts';
import { createTenant, type NewTenant } from './actions/create.ts';

const barber: NewTenant = { name: 'Barber', subdomain: 'barber', time_zone: 'Europe/Paris', currency: 'EUR' };
const create = ({ urls }: Fresh, about: Partial<NewTenant> = {}) =>
  createTenant(urls.ownerUrl, { ...barber, ...about });

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; pointer: string | undefined }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`Expected a refusal, but got ${String(error)}`);
  return { code: error.code, pointer: error.details.errors?.[0]?.pointer };
}

test('a new business has both schemas, each for its own role, ready to be written to', async ({ shared }) => {
  await create(shared);
  const [row] = await shared.rows<TenantRow>("SELECT * FROM public.tenants WHERE subdomain = 'barber'");
  for (const mode of ['live', 'sandbox'] as const) {
    const tenant = tenantHandle(row!, mode, shared.database, Date.now());
    const types = await inTenant(tenant, (tx) => tx.selectFrom('resource_types').select('key').execute());
    expect(types.map(({ key }) => key).sort()).toEqual(['equipment', 'room', 'staff']);
  }
});

test.for(['www', 'platform', 'api', 'admin', 'mail'])('the address %s is reserved', async (subdomain, { shared }) => {
  expect(await refusalOf(create(shared, { subdomain }))).toEqual({
    code: 'malformed_request',
    pointer: '/body/subdomain',
  });
});

test.for(['', 'Barber', 'bar ber', '-barber', 'barber-', 'bar.ber', 'bar_ber', 'bärber', 'b'.repeat(64), "b'; --"])(
  'the address %j is malformed',
  async (subdomain, { shared }) => {
    expect((await refusalOf(create(shared, { subdomain }))).pointer).toBe('/body/subdomain');
  },
);

test.for([
  ['/body/name', { name: ' ' }],
  ['/body/time_zone', { time_zone: '+02:00' }],
  ['/body/time_zone', { time_zone: 'Europe/Atlantis' }],
  ['/body/currency', { currency: 'eur' }],
  ['/body/currency', { currency: 'XYZ' }],
  ['/body/locale', { locale: 'tlh' }],
  ['/body/tier', { tier: 'GOLD' }],
  ['/body/schema_name', { schema_name: 'barber_sandbox' }],
  ['/body/schema_name', { schema_name: 'pg_barber' }],
  ['/body/schema_name', { schema_name: 'public' }],
] as const)('%s is refused for %j', async ([pointer, about], { shared }) => {
  expect(await refusalOf(create(shared, about))).toEqual({ code: 'malformed_request', pointer });
});

test('an address is given once, also to two who ask at once', async ({ shared }) => {
  const twin = { subdomain: 'twins' };
  const both = await Promise.allSettled([create(shared, twin), create(shared, { ...twin, name: 'Twin' })]);
  const refused = both.filter((one) => one.status === 'rejected');
  expect(refused.map(({ reason }) => reason.code)).toEqual(['duplicate']);
  expect(await refusalOf(create(shared, twin))).toEqual({ code: 'duplicate', pointer: '/body/subdomain' });
});

test('what is refused leaves nothing behind', async ({ shared }) => {
  await create(shared, { subdomain: 'careful' });
  const traces = () =>
    shared.rows<{ tenants: number; schemas: number; roles: number }>(
      `SELECT (SELECT count(*)::int FROM public.tenants) AS tenants,
         (SELECT count(*)::int FROM pg_namespace WHERE nspname LIKE 'careful%') AS schemas,
         (SELECT count(*)::int FROM public.tenant_schemas) AS roles`,
    );
  const before = await traces();
  await refusalOf(create(shared, { subdomain: 'careful', name: 'Twin' }));
  await refusalOf(create(shared, { subdomain: 'careful-2', tier: 'GOLD' }));
  expect(await traces()).toEqual(before);
});

test('an address that cannot be the name of a schema gets one that can', async ({ shared }) => {
  const addresses = ['1st-cut', 'pg-tools', 'barber-sandbox', 'public', 'a', 'x'.repeat(63)];
  for (const subdomain of addresses) await create(shared, { subdomain });
  const rows = await shared.rows<{ schema_name: string }>(
    'SELECT schema_name FROM public.tenants WHERE subdomain = ANY($1)',
    [addresses],
  );
  expect(rows).toHaveLength(addresses.length);
  for (const { schema_name } of rows) expect(schema_name).toMatch(/^t_[0-9a-f]{16}$/);
});
