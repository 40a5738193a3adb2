import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import {
  can,
  CurrencyCode,
  Flag,
  Id,
  idParams,
  InstantText,
  page,
  pageQuery,
  Reason,
  Revision,
  ShortText,
  ZoneText,
} from '../core/fields.ts';
import { Entitlements, limitNames, Overrides, Tier } from '../tenancy/entitlements.ts';

export const tenantStatuses = ['active', 'suspended', 'closed'] as const;
const Locale = z.enum(['en', 'es', 'fr', 'de']);

const used = Object.fromEntries(limitNames.map((name) => [name, z.int()])) as Record<
  (typeof limitNames)[number],
  z.ZodInt
>;
export const Usage = z.object(used).describe('Of the live mode; appointments since the first of the month, UTC');
export type Usage = z.output<typeof Usage>;

export const TenantSummary = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  subdomain: z.string(),
  status: z.enum(tenantStatuses),
  provisioning: z
    .enum(['waiting', 'ready', 'failed'])
    .describe('Whether both schemas are there; until then nobody can enter'),
  provisioning_error: z.string().nullable(),
  tier: Tier,
  time_zone: z.string(),
  currency: z.string(),
  locale: z.string(),
  is_temporary: z.boolean(),
  expires_at: InstantText.nullable().describe('When a demo account is deleted'),
  closed_at: InstantText.nullable(),
  delete_after: InstantText.nullable().describe('Until when a closed business can be reopened'),
  created_at: InstantText,
  address: z.string().describe('Where the business is reached, such as http://demo.localhost:3000'),
  schemas: z.array(
    z.object({
      mode: z.enum(['live', 'sandbox']),
      version: z.int(),
      newest: z.int().describe('The version of this release'),
      status: z.enum(['creating', 'ready', 'failed']),
      error: z.string().nullable(),
    }),
  ),
  usage: Usage.nullable().describe('null until it is provisioned'),
  entitlements: Entitlements,
  overrides: Overrides,
  can: can('edit', 'suspend', 'resume', 'close', 'reopen'),
});
export type TenantSummary = z.output<typeof TenantSummary>;

export const listTenants = endpoint({
  method: 'GET',
  path: '/api/platform/tenants',
  summary: 'All businesses of this installation',
  tag: 'platform',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().trim().max(120).optional(),
    status: z.enum(tenantStatuses).optional(),
    tier: Tier.optional(),
    temporary: Flag.optional(),
  }),
  responses: { 200: page(TenantSummary) },
});

export const getTenant = endpoint({
  method: 'GET',
  path: '/api/platform/tenants/:id',
  summary: 'One business, with its limits and how far they are used',
  tag: 'platform',
  params: idParams,
  responses: { 200: TenantSummary },
});

const Subdomain = z
  .string()
  .trim()
  .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'Use small letters, digits and dashes');

/** What everybody has to know of a business before it can be made. */
export const newTenant = {
  name: ShortText,
  subdomain: Subdomain,
  time_zone: ZoneText,
  currency: CurrencyCode,
  locale: Locale.default('en'),
};

export const createTenant = endpoint({
  method: 'POST',
  path: '/api/platform/tenants',
  summary: 'Make a business; its schemas are made right after, see `provisioning`',
  tag: 'platform',
  body: z.strictObject({
    ...newTenant,
    tier: Tier.default('FREE'),
    is_temporary: z.boolean().default(false).describe('A demo account, which is deleted when it expires'),
    lasts_days: z.int().min(1).max(90).default(14).describe('Of a demo account'),
    world: z.enum(['salon', 'clinic', 'empty']).default('empty').describe('What a demo account is filled with'),
  }),
  responses: { 201: TenantSummary },
  refusals: ['duplicate'],
});

export const changeTenant = endpoint({
  method: 'PATCH',
  path: '/api/platform/tenants/:id',
  summary: 'Change name, plan, overrides, zone, currency or language',
  tag: 'platform',
  params: idParams,
  body: z
    .strictObject({
      name: ShortText,
      tier: Tier,
      overrides: Overrides,
      time_zone: ZoneText,
      currency: CurrencyCode,
      locale: Locale,
      sandbox_enabled: z.boolean(),
    })
    .partial()
    .extend({ revision: Revision }),
  responses: { 200: TenantSummary },
  refusals: ['stale_revision'],
});

const verb = <const Path extends `/api/platform/tenants/:id/${string}`>(path: Path, summary: string) =>
  endpoint({
    method: 'POST',
    path,
    summary,
    tag: 'platform',
    params: idParams,
    body: z.strictObject({ revision: Revision, reason: Reason.optional() }),
    responses: { 200: TenantSummary },
    refusals: ['stale_revision', 'wrong_status'],
  });

export const suspendTenant = verb('/api/platform/tenants/:id/suspension', 'Stop every write; the data stays');
export const resumeTenant = verb('/api/platform/tenants/:id/resumption', 'Let a suspended business write again');
export const closeTenant = verb(
  '/api/platform/tenants/:id/closure',
  'Close it; its data is deleted after the retention',
);
export const reopenTenant = verb(
  '/api/platform/tenants/:id/reopening',
  'Bring a closed business back while it is kept',
);
