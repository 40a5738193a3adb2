import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, InstantText, page, pageQuery } from '../core/fields.ts';

export const TenantSummary = z.object({
  id: Id,
  name: z.string(),
  subdomain: z.string(),
  status: z.enum(['active', 'suspended', 'closed']),
  tier: z.string(),
  time_zone: z.string(),
  is_temporary: z.boolean(),
  created_at: InstantText,
  address: z.string().describe('Where the business is reached, such as http://demo.localhost:3000'),
  schemas: z.array(
    z.object({ mode: z.enum(['live', 'sandbox']), version: z.int(), status: z.string(), error: z.string().nullable() }),
  ),
});
export type TenantSummary = z.output<typeof TenantSummary>;

export const listTenants = endpoint({
  method: 'GET',
  path: '/api/platform/tenants',
  summary: 'All businesses of this installation',
  tag: 'platform',
  query: z.strictObject({ ...pageQuery, q: z.string().trim().max(120).optional() }),
  responses: { 200: page(TenantSummary) },
});
