import { Refused } from '../core/errors.ts';
import type { House } from '../testing/house.ts';
import { expect, test } from '../testing/test.ts';
import { asOwner } from '../testing/cluster.ts';
import { createUser, type NewUser } from './actions/create-user.ts';

const create = ({ urls }: House, about: Partial<NewUser>) =>
  asOwner(urls.ownerUrl, (owner) =>
    createUser(owner, { email: 'new@x.example', name: 'New', role: 'SUPERUSER', password: 'long enough', ...about }),
  );

async function refusal(work: Promise<unknown>): Promise<Refused> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`Expected a refusal, but got ${String(error)}`);
  return error;
}
const pointer = ({ details }: Refused) => details.errors?.[0]?.pointer;

test.for(['TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF', 'CUSTOMER'] as const)(
  '%s needs a business',
  async (role, { house }) => {
    const refused = await refusal(create(house, { role }));
    expect(pointer(refused)).toBe('/body/tenant_id');
    expect(refused.message).toContain('needs a business');
  },
);

test.for(['SUPERUSER', 'PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT'] as const)(
  '%s must not have one',
  async (role, { house, salon }) => {
    const refused = await refusal(create(house, { role, tenant_id: salon.tenant().id }));
    expect(pointer(refused)).toBe('/body/tenant_id');
    expect(refused.message).toContain('belong to no business');
  },
);

test.for([
  ['/body/email', { email: 'nobody' }],
  ['/body/name', { name: '  ' }],
  ['/body/password', { password: 'too short' }],
  ['/body/role', { role: 'KING' as 'SUPERUSER' }],
  ['/body/tenant_id', { role: 'TENANT_STAFF', tenant_id: '0197fbb0-0000-7000-8000-000000000000' }],
] as const)('%s is pointed at for %j', async ([at, about], { house }) => {
  expect(pointer(await refusal(create(house, about)))).toBe(at);
});

test('an e-mail is taken once per business and mode, whatever its letters', async ({ house, salon, clinic }) => {
  const tenant_id = salon.tenant().id;
  const ana = { email: 'ANA@salon.example', role: 'TENANT_STAFF', tenant_id } as const;
  expect((await refusal(create(house, ana))).code).toBe('duplicate');
  expect((await refusal(create(house, { ...ana, is_sandbox: true }))).code).toBe('duplicate');
  // Owners live in both modes, so they meet the accounts of either.
  expect((await refusal(create(house, { ...ana, role: 'TENANT_OWNER' }))).code).toBe('duplicate');
  await create(house, { ...ana, tenant_id: clinic.tenant().id });
});

test('owners and managers have one account for both modes', async ({ house, salon }) => {
  const about = { role: 'TENANT_MANAGER', tenant_id: salon.tenant().id, is_sandbox: true } as const;
  expect(pointer(await refusal(create(house, about)))).toBe('/is_sandbox');
});

test('whoever was made can sign in', async ({ house, salon }) => {
  const credentials = { email: 'lena@salon.example', password: 'a long password' };
  await create(house, { ...credentials, name: 'Lena', role: 'TENANT_OWNER', tenant_id: salon.tenant().id });
  expect((await salon.visitor.post('/api/auth/login', credentials)).status).toBe(200);
});
