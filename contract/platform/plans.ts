import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { can, InstantText, list, Revision } from '../core/fields.ts';
import { Limits, Permissions, Tier } from '../tenancy/entitlements.ts';

export const Plan = z.object({
  tier: Tier,
  revision: Revision,
  limits: Limits,
  permissions: Permissions,
  businesses: z.int().describe('How many have it'),
  updated_at: InstantText,
  can: can('edit'),
});
export type Plan = z.output<typeof Plan>;

export const listPlans = endpoint({
  method: 'GET',
  path: '/api/platform/plans',
  summary: 'The plans with their limits and permissions',
  tag: 'platform',
  responses: { 200: list(Plan) },
});

export const changePlan = endpoint({
  method: 'PATCH',
  path: '/api/platform/plans/:tier',
  summary: 'Change what a plan includes; businesses that have it feel it within a second',
  tag: 'platform',
  params: z.object({ tier: Tier }),
  body: z.strictObject({
    revision: Revision,
    limits: Limits.partial().optional(),
    permissions: Permissions.partial().optional(),
  }),
  responses: { 200: Plan },
  refusals: ['stale_revision'],
});
