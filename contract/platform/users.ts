import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, page, pageQuery, Revision, ShortText } from '../core/fields.ts';
import { roles } from '../identity/roles.ts';

export const platformSwitches = ['can_approve_plugins', 'can_whitelist_urls'] as const;

export const PlatformUser = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  is_active: z.boolean(),
  is_sandbox: z.boolean(),
  tenant: z.object({ id: Id, name: z.string(), subdomain: z.string() }).nullable(),
  permissions: z.array(z.string()),
  switches: z
    .array(z.object({ action: z.enum(platformSwitches), is_on: z.boolean(), can_change: z.boolean() }))
    .describe('Of people of the platform: what is given to them one by one'),
  created_at: InstantText,
  can: can('edit', 'set_role', 'permit', 'grant', 'masquerade', 'choose_mode'),
});
export type PlatformUser = z.output<typeof PlatformUser>;

export const listPlatformUsers = endpoint({
  method: 'GET',
  path: '/api/platform/users',
  summary: 'The people of the platform and of all businesses',
  tag: 'platform',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().trim().max(120).optional(),
    role: z.enum(roles).optional(),
    tenant_id: Id.optional(),
  }),
  responses: { 200: page(PlatformUser) },
});

export const setPlatformPermissions = endpoint({
  method: 'PUT',
  path: '/api/platform/users/:id/permissions',
  summary: 'Say what somebody of the platform may do beyond their role; only what you may do yourself',
  tag: 'platform',
  params: idParams,
  body: z.strictObject({ permissions: z.array(z.string().min(3).max(60)).max(100) }),
  sudo: true,
  responses: { 200: PlatformUser },
  refusals: ['not_found'],
});

export const changePlatformUser = endpoint({
  method: 'PATCH',
  path: '/api/platform/users/:id',
  summary: 'Change name and role of somebody of the platform, or switch their account off and on',
  tag: 'platform',
  params: idParams,
  body: z.strictObject({
    revision: Revision,
    name: ShortText.optional(),
    role: z.enum(['PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT']).optional(),
    is_active: z.boolean().optional(),
  }),
  sudo: true,
  responses: { 200: PlatformUser },
  refusals: ['not_found', 'stale_revision'],
});

export const setPlatformSwitch = endpoint({
  method: 'PUT',
  path: '/api/platform/users/:id/switches/:action',
  summary:
    'Give somebody of the platform one of the permissions that stand as switches, or take it; others stay as they are',
  tag: 'platform',
  params: idParams.extend({ action: z.enum(platformSwitches) }),
  body: z.strictObject({ is_on: z.boolean() }),
  sudo: true,
  responses: { 200: PlatformUser },
  refusals: ['not_found'],
});
