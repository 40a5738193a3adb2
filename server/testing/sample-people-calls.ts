import { newId } from '../core/ids.ts';
import { newPassToken, passTokenHash } from '../identity/rules/pass-token.ts';
import type { Ground } from './ground.ts';
import type { Sample } from './sample.ts';

const nothing: Sample = () => ({});
let people = 0;

/** A member of staff whom nobody else needs, in a business that sales may reach, too. */
export async function aColleague({ world, marker }: Ground): Promise<string> {
  const id = newId();
  const { id: tenantId } = world.tenant();
  await world.rows('UPDATE public.tenants SET is_temporary = true WHERE id = $1', [tenantId]);
  await world.rows(
    `INSERT INTO public.users (id, tenant_id, role, is_sandbox, email, name, created_at, updated_at)
     VALUES ($1, $2, 'TENANT_STAFF', $3, $4, $5, now(), now())`,
    [id, tenantId, world.mode === 'sandbox', `colleague${people++}@x.example`, `Cleo ${marker}`],
  );
  return id;
}

/** Somebody of support whom nobody else needs. */
async function aHelper({ world }: Ground): Promise<string> {
  const id = newId();
  await world.rows(
    `INSERT INTO public.users (id, role, email, name, created_at, updated_at)
     VALUES ($1, 'PLATFORM_SUPPORT', $2, 'Hugo', now(), now())`,
    [id, `helper${people++}@x.example`],
  );
  return id;
}

async function anInvitation(ground: Ground): Promise<{ id: string; token: string }> {
  const id = newId();
  const { world, marker } = ground;
  const token = newPassToken(world.mode);
  const about = [world.tenant().id, world.mode];
  await world.rows(
    `INSERT INTO public.staff_invitations (id, tenant_id, mode, role, email, name, invited_by, created_at, expires_at)
     VALUES ($1, $2, $3, 'TENANT_STAFF', $4, $5, $6, now(), '2030-01-01T00:00:00Z')`,
    [id, ...about, `invited${people++}@x.example`, `Ida ${marker}`, await aColleague(ground)],
  );
  await world.rows(
    `INSERT INTO public.passes (token_hash, purpose, tenant_id, mode, detail, created_at, expires_at)
     VALUES ($1, 'staff_invitation', $2, $3, jsonb_build_object('invitation', $4::text), now(), '2030-01-01T00:00:00Z')`,
    [passTokenHash(token), ...about, id],
  );
  return { id, token };
}

async function aPlatformInvitation(ground: Ground): Promise<string> {
  const id = newId();
  await ground.world.rows(
    `INSERT INTO public.staff_invitations (id, mode, role, email, name, invited_by, created_at, expires_at)
     VALUES ($1, 'live', 'PLATFORM_SUPPORT', $2, 'Ida', $3, now(), '2030-01-01T00:00:00Z')`,
    [id, `invited${people++}@x.example`, await aHelper(ground)],
  );
  return id;
}

async function aGrant(ground: Ground): Promise<string> {
  const id = newId();
  const { world } = ground;
  await world.rows(
    `INSERT INTO public.permission_grants (id, tenant_id, mode, grantor_id, grantee_id, action, reason, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $4, 'customer.read', $5, now(), '2030-01-01T00:00:00Z')`,
    [id, world.tenant().id, world.mode, await aColleague(ground), ground.marker],
  );
  return id;
}

const anAuditEntry = ({ row, world, marker }: Ground, reason = marker) =>
  row('public.audit', {
    tenant_id: world.tenant().id,
    mode: world.mode,
    occurred_at: '2026-07-14T08:00:00Z',
    action: 'SIGN_IN',
    actor_email: 'somebody@x.example',
    reason,
    mac: Buffer.from('of the test'),
  });

/** Calls about other people and what they may do. */
export const peopleCalls: Record<string, Sample> = {
  'GET /api/v1/staff': nothing,
  'GET /api/v1/staff/:id': async (ground) => ({ params: { id: await aColleague(ground) } }),
  'GET /api/v1/staff/:id/permissions': async (ground) => ({ params: { id: await aColleague(ground) } }),
  'PUT /api/v1/staff/:id/permissions': async (ground) => ({
    params: { id: await aColleague(ground) },
    body: { permissions: ['customer.import'] },
  }),
  'POST /api/v1/staff/:id/deactivation': async (ground) => ({ params: { id: await aColleague(ground) } }),
  'POST /api/v1/staff/:id/reactivation': async (ground) => ({ params: { id: await aColleague(ground) } }),
  'GET /api/v1/staff_invitations': async (ground) => {
    await anInvitation(ground);
    return {};
  },
  'POST /api/v1/staff_invitations': ({ marker }) => ({
    body: { email: `invited${people++}@x.example`, name: `Ida ${marker}` },
  }),
  'POST /api/v1/staff_invitations/:id/resend': async (ground) => ({ params: { id: (await anInvitation(ground)).id } }),
  'POST /api/v1/staff_invitations/:id/revocation': async (ground) => ({
    params: { id: (await anInvitation(ground)).id },
  }),
  'GET /api/auth/invitations/:invitation_token': async (ground) => ({
    params: { invitation_token: (await anInvitation(ground)).token },
  }),
  'POST /api/auth/invitations/:invitation_token': async (ground) => ({
    params: { invitation_token: (await anInvitation(ground)).token },
    body: { name: `Ida ${ground.marker}`, password: 'a long password' },
  }),
  'GET /api/v1/givable_permissions': nothing,
  'GET /api/v1/permission_grants': async (ground) => {
    await aGrant(ground);
    return {};
  },
  'POST /api/v1/permission_grants': async (ground) => ({
    body: { grantee_id: await aColleague(ground), action: 'customer.import', reason: ground.marker },
  }),
  'POST /api/v1/permission_grants/revocation': async (ground) => ({ body: { ids: [await aGrant(ground)] } }),

  'GET /api/platform/users': nothing,
  'PATCH /api/platform/users/:id': async (ground) => ({
    params: { id: await aHelper(ground) },
    body: { revision: 1, name: 'Renamed' },
  }),
  'GET /api/platform/users/:id/permissions': async (ground) => ({ params: { id: await aHelper(ground) } }),
  'PUT /api/platform/users/:id/permissions': async (ground) => ({
    params: { id: await aHelper(ground) },
    body: { permissions: ['platform_audit.read'] },
  }),
  'PUT /api/platform/users/:id/switches/:action': async (ground) => ({
    params: { id: await aHelper(ground), action: 'can_approve_plugins' },
    body: { is_on: false },
  }),
  'GET /api/platform/staff_invitations': nothing,
  'POST /api/platform/staff_invitations': () => ({
    body: { email: `invited${people++}@x.example`, name: 'Ida', role: 'PLATFORM_SUPPORT' },
  }),
  'POST /api/platform/staff_invitations/:id/resend': async (ground) => ({
    params: { id: await aPlatformInvitation(ground) },
  }),
  'POST /api/platform/staff_invitations/:id/revocation': async (ground) => ({
    params: { id: await aPlatformInvitation(ground) },
  }),
  'GET /api/platform/permission_grants': nothing,
  'POST /api/platform/permission_grants': async (ground) => ({
    body: { grantee_id: await aHelper(ground), action: 'platform_audit.read', reason: 'A look at last night' },
  }),
  'POST /api/platform/permission_grants/revocation': () => ({ body: { ids: [newId()] } }),

  'GET /api/platform/audit': nothing,
  'GET /api/platform/audit/:id': async (ground) => ({ params: { id: await anAuditEntry(ground, 'Month end') } }),
  'GET /api/v1/audit/:id': async (ground) => ({ params: { id: await anAuditEntry(ground) } }),
  'GET /api/v1/audit': async (ground) => {
    await anAuditEntry(ground);
    return {};
  },
};
