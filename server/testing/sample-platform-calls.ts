import { newId } from '../core/ids.ts';
import { invitationHash, newInvitationToken } from '../platform/rules/invitation.ts';
import type { Ground } from './ground.ts';
import type { Sample, SampleCall } from './sample.ts';

const nothing = (): SampleCall => ({});
const addressFor = () => `b${newId().replaceAll('-', '').slice(-20)}`;

/** A demo account, so that sales may do with it what the others may; its schemas are not made. */
async function aTenant({ world }: Ground, status = 'active'): Promise<string> {
  const id = newId();
  const subdomain = addressFor();
  await world.rows(
    `INSERT INTO public.tenants (id, name, subdomain, schema_name, time_zone, currency, is_temporary, provisioned_at, status, delete_after, created_at, updated_at)
     VALUES ($1, 'Sample', $2, $2, 'Europe/Berlin', 'EUR', true, NULL, $3, CASE WHEN $3 = 'closed' THEN timestamptz '2099-01-01' END, now(), now())`,
    [id, subdomain, status],
  );
  return id;
}

const onTenant =
  (body?: Record<string, unknown>, status?: string): Sample =>
  async (ground) => ({
    params: { id: await aTenant(ground, status) },
    ...(body && { body: { revision: 1, ...body } }),
  });

/** A business whose plan would not allow a domain, and which may have one all the same. */
async function aDomainOwner(ground: Ground): Promise<string> {
  const id = await aTenant(ground);
  const overrides = { limits: { domains: 3 }, permissions: { custom_domains: true } };
  await ground.world.rows('UPDATE public.tenants SET overrides = $2 WHERE id = $1', [id, JSON.stringify(overrides)]);
  return id;
}

const onDomain: Sample = async (ground) => {
  const id = newId();
  await ground.world.rows(
    'INSERT INTO public.domains (id, tenant_id, hostname, verified_at, created_at) VALUES ($1, $2, $3, now(), now())',
    [id, await aDomainOwner(ground), `${id}.example`],
  );
  return { params: { id } };
};

export const sampleWizard = {
  name: 'Nora Owner',
  password: 'a long password',
  business_name: 'Sample',
  time_zone: 'Europe/Berlin',
  currency: 'EUR',
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '17:00',
  service_name: 'Haircut',
  service_minutes: 60,
  service_price_minor: 4500,
};

const revisionOf = async ({ world }: Ground, tier: string): Promise<number> =>
  (await world.rows<{ revision: number }>('SELECT revision FROM public.plans WHERE tier = $1', [tier]))[0]!.revision;

async function anInvitation({ world }: Ground): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = newInvitationToken();
  await world.rows(
    `INSERT INTO public.business_invitations (id, email, business_name, tier, token_hash, created_at, updated_at, expires_at)
     VALUES ($1, $2, 'Sample', 'FREE', $3, now(), now(), '2099-01-01')`,
    [id, `${id}@guests.example`, invitationHash(token)],
  );
  return { id, token };
}

/** A call of each route of the console that anybody who may make it can make. */
export const platformCalls: Record<string, Sample> = {
  'GET /api/platform/tenants': nothing,
  'POST /api/platform/tenants': () => ({
    body: {
      name: 'Sample',
      subdomain: addressFor(),
      time_zone: 'Europe/Berlin',
      currency: 'EUR',
      is_temporary: true,
    },
  }),
  'GET /api/platform/tenants/:id': onTenant(),
  'PATCH /api/platform/tenants/:id': onTenant({ name: 'Renamed' }),
  'POST /api/platform/tenants/:id/suspension': onTenant({ reason: 'unpaid' }),
  'POST /api/platform/tenants/:id/resumption': onTenant({}, 'suspended'),
  'POST /api/platform/tenants/:id/closure': onTenant({}),
  'POST /api/platform/tenants/:id/reopening': onTenant({}, 'closed'),
  'GET /api/platform/invitations': nothing,
  'POST /api/platform/invitations': () => ({
    body: { email: `${newId()}@guests.example`, business_name: 'Sample', tier: 'FREE' },
  }),
  'POST /api/platform/invitations/:id/resend': async (ground) => ({
    params: { id: (await anInvitation(ground)).id },
    body: { revision: 1 },
  }),
  'POST /api/platform/invitations/:id/revocation': async (ground) => ({
    params: { id: (await anInvitation(ground)).id },
    body: { revision: 1 },
  }),
  'GET /api/invitations/:invitation_token': async (ground) => ({
    params: { invitation_token: (await anInvitation(ground)).token },
  }),
  'POST /api/invitations/:invitation_token/acceptance': async (ground) => ({
    params: { invitation_token: (await anInvitation(ground)).token },
    body: { ...sampleWizard, subdomain: addressFor() },
  }),
  'GET /api/platform/tenants/:id/domains': onTenant(),
  'POST /api/platform/tenants/:id/domains': async (ground) => ({
    params: { id: await aDomainOwner(ground) },
    body: { hostname: `${addressFor()}.example` },
  }),
  'POST /api/platform/domains/:id/verification': onDomain,
  'POST /api/platform/domains/:id/primary': onDomain,
  'DELETE /api/platform/domains/:id': onDomain,
  'GET /api/platform/overview': nothing,
  'GET /api/platform/jobs': nothing,
  'POST /api/platform/jobs/retry': () => ({ body: { ids: ['1'] } }),
  'GET /api/platform/plans': nothing,
  'PATCH /api/platform/plans/:tier': async (ground) => ({
    params: { tier: 'STARTER' },
    body: { revision: await revisionOf(ground, 'STARTER'), limits: { staff: 6 } },
  }),
};
