import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, list } from '../core/fields.ts';
import { StaffMember } from './staff.ts';

const Action = z
  .string()
  .regex(/^[a-z_]{2,40}(\.[a-z_]{2,40})?$/, 'Use the name of an action such as customer.import')
  .describe('An action of the permission table, such as customer.import');

export const GRANT_MINUTES = 30;

export const Grant = z.object({
  id: Id,
  action: z.string(),
  grantor: z.object({ id: Id, name: z.string() }),
  grantee: z.object({ id: Id, name: z.string() }),
  reason: z.string(),
  status: z.enum(['active', 'expired', 'revoked']),
  created_at: InstantText,
  expires_at: InstantText,
  revoked_at: InstantText.nullable(),
  can: can('revoke'),
});
export type Grant = z.output<typeof Grant>;

/** What one action is to one person: by their role, beyond it for good, and beyond it for a while. */
export const Permission = z.object({
  action: z.string(),
  by_role: z
    .enum(['always', 'when'])
    .nullable()
    .describe('`when`: with some objects only, such as their own appointments'),
  is_given: z.boolean().describe('Given beyond the role, for good'),
  granted_until: InstantText.nullable().describe('Given for a while, until then'),
  can: can('give', 'take'),
});
export type Permission = z.output<typeof Permission>;

const newGrant = z.strictObject({
  grantee_id: Id,
  action: Action,
  reason: z.string().trim().min(3).max(500),
  minutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .default(GRANT_MINUTES),
});
const revocation = z.strictObject({ ids: z.array(Id).min(1).max(100) });

export const getPermissions = endpoint({
  method: 'GET',
  path: '/api/v1/staff/:id/permissions',
  summary: 'Every action that means something to a member of staff, and from where they have it',
  tag: 'staff',
  params: idParams,
  responses: { 200: list(Permission) },
  refusals: ['not_found'],
});

export const setPermissions = endpoint({
  method: 'PUT',
  path: '/api/v1/staff/:id/permissions',
  summary: 'Say what a member of staff may do beyond their role; only what you may do yourself',
  tag: 'staff',
  params: idParams,
  body: z.strictObject({ permissions: z.array(Action).max(100) }),
  sudo: true,
  responses: { 200: StaffMember },
  refusals: ['not_found'],
});

export const listGivable = endpoint({
  method: 'GET',
  path: '/api/v1/givable_permissions',
  summary: 'Every action that you may give to somebody else',
  tag: 'staff',
  responses: { 200: list(z.object({ action: z.string() })) },
});

export const listGrants = endpoint({
  method: 'GET',
  path: '/api/v1/permission_grants',
  summary: 'Permissions that were given for a while, the newest first',
  tag: 'staff',
  responses: { 200: list(Grant) },
});

export const createGrant = endpoint({
  method: 'POST',
  path: '/api/v1/permission_grants',
  summary: 'Give a permission for a while',
  tag: 'staff',
  body: newGrant,
  sudo: true,
  responses: { 201: Grant },
});

export const revokeGrants = endpoint({
  method: 'POST',
  path: '/api/v1/permission_grants/revocation',
  summary: 'Take back permissions that were given for a while; those that have ended already are left out',
  tag: 'staff',
  body: revocation,
  responses: { 200: z.object({ revoked: z.int() }) },
});

export const getPlatformPermissions = endpoint({
  ...getPermissions,
  path: '/api/platform/users/:id/permissions',
  tag: 'platform',
});
export const listPlatformGrants = endpoint({
  ...listGrants,
  path: '/api/platform/permission_grants',
  tag: 'platform',
});
export const createPlatformGrant = endpoint({
  ...createGrant,
  path: '/api/platform/permission_grants',
  tag: 'platform',
});
export const revokePlatformGrants = endpoint({
  ...revokeGrants,
  path: '/api/platform/permission_grants/revocation',
  tag: 'platform',
});
