import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { DateText, Id, InstantText } from '../core/fields.ts';
import { limitNames, Tier } from '../tenancy/entitlements.ts';
import { tenantStatuses } from './tenants.ts';

const Business = z.object({ id: Id, name: z.string() });

export const OVERVIEW_WEEKS = 12;

export const PlatformOverview = z.object({
  businesses: z.object({
    total: z.int(),
    temporary: z.int().describe('Demo accounts among them'),
    by_status: z.array(z.object({ status: z.enum(tenantStatuses), count: z.int() })),
    by_tier: z.array(z.object({ tier: Tier, count: z.int() })),
  }),
  weeks: z
    .array(
      z.object({
        week: DateText.describe('The Monday it begins with, UTC'),
        businesses: z.int().describe('New in that week'),
        appointments: z.int().describe('Made in that week, over all businesses'),
        sign_ins: z.int(),
        failed_sign_ins: z.int(),
      }),
    )
    .describe(`The last ${OVERVIEW_WEEKS} weeks, the present one last`),
  failed_jobs: z.int(),
  schemas: z.object({
    ready: z.int(),
    creating: z.int(),
    failed: z.int(),
    behind: z.int().describe('Not at the newest version yet'),
    failures: z.array(
      z.object({
        business: Business,
        mode: z.enum(['live', 'sandbox']),
        version: z.int(),
        newest: z.int(),
        error: z.string().nullable(),
      }),
    ),
  }),
  near_limits: z
    .array(z.object({ business: Business, limit: z.enum(limitNames), used: z.int(), allowed: z.int() }))
    .describe('Where most of a limit is used, the fullest first'),
  counted_at: InstantText.nullable().describe('No figure of a business is older; null before the first count'),
});
export type PlatformOverview = z.output<typeof PlatformOverview>;

export const getPlatformOverview = endpoint({
  method: 'GET',
  path: '/api/platform/overview',
  summary: 'How the whole platform is doing',
  tag: 'platform',
  responses: { 200: PlatformOverview },
});
