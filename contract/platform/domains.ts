import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, list } from '../core/fields.ts';

const tag = 'platform';

export const Hostname = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    'Write a whole domain such as book.salon.example',
  );

const Record = z.object({
  type: z.enum(['CNAME', 'TXT']),
  name: z.string(),
  value: z.string(),
  found: z.array(z.string()).describe('What the last look-up found there'),
  holds: z.boolean(),
});

export const Domain = z.object({
  id: Id,
  tenant_id: Id,
  hostname: z.string(),
  is_primary: z.boolean(),
  verified_at: InstantText.nullable(),
  checked_at: InstantText.nullable(),
  check_error: z.string().nullable(),
  records: z.array(Record).describe('What has to be set at the DNS'),
  can: can('verify', 'make_primary', 'remove'),
});
export type Domain = z.output<typeof Domain>;

export const listDomains = endpoint({
  method: 'GET',
  path: '/api/platform/tenants/:id/domains',
  summary: 'The domains of a business, with the records to set',
  tag,
  params: idParams,
  responses: { 200: list(Domain) },
});

export const addDomain = endpoint({
  method: 'POST',
  path: '/api/platform/tenants/:id/domains',
  summary: 'Add a domain; it serves the business once it is verified',
  tag,
  params: idParams,
  body: z.strictObject({ hostname: Hostname }),
  responses: { 201: Domain },
  refusals: ['duplicate', 'not_in_plan', 'limit_reached'],
});

export const verifyDomain = endpoint({
  method: 'POST',
  path: '/api/platform/domains/:id/verification',
  summary: 'Look the records up now; where both hold, the domain serves from then on',
  tag,
  params: idParams,
  responses: { 200: Domain },
});

export const makePrimary = endpoint({
  method: 'POST',
  path: '/api/platform/domains/:id/primary',
  summary: 'Make a verified domain the one that is shown',
  tag,
  params: idParams,
  responses: { 200: Domain },
  refusals: ['wrong_status'],
});

export const removeDomain = endpoint({
  method: 'DELETE',
  path: '/api/platform/domains/:id',
  summary: 'Remove a domain; it serves no longer',
  tag,
  params: idParams,
  responses: { 204: nothing },
});
