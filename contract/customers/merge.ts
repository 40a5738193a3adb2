import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, idParams, list, Revision } from '../core/fields.ts';
import { Customer } from './customers.ts';

export const likenesses = ['email', 'phone', 'name'] as const;

/** Two records that may be one person; the older one first, since it is the better one to keep. */
export const LikelyDuplicate = z.object({
  customers: z.tuple([Customer, Customer]),
  same: z.array(z.enum(likenesses)),
});
export type LikelyDuplicate = z.output<typeof LikelyDuplicate>;

export const listDuplicates = endpoint({
  method: 'GET',
  path: '/api/v1/customer_duplicates',
  summary: 'Customers who may be one person, by e-mail, phone or name',
  tag: 'customers',
  scope: 'customers:read',
  query: z.strictObject({ customer_id: Id.optional() }),
  responses: { 200: list(LikelyDuplicate) },
});

/** What a merge leaves. */
export const MergePreview = z.object({
  from: Customer,
  into: Customer,
  result: Customer.pick({
    name: true,
    email: true,
    phone: true,
    locale: true,
    time_zone: true,
    notes: true,
    tags: true,
    is_blocked: true,
  }),
  moved_appointments: z.int(),
});
export type MergePreview = z.output<typeof MergePreview>;

export const previewMerge = endpoint({
  method: 'GET',
  path: '/api/v1/customers/:id/merge',
  summary: 'What would be left if this customer were merged into another one',
  tag: 'customers',
  scope: 'customers:read',
  params: idParams,
  query: z.strictObject({ into: Id }),
  responses: { 200: MergePreview },
  refusals: ['in_use', 'limit_reached'],
});

export const mergeCustomer = endpoint({
  method: 'POST',
  path: '/api/v1/customers/:id/merge',
  summary: 'Merge this customer into another one, who keeps the appointments, contacts, notes and tags of both',
  tag: 'customers',
  scope: 'customers:write',
  params: idParams,
  body: z.strictObject({ revision: Revision, into: Id, into_revision: Revision }),
  responses: { 200: Customer },
  refusals: ['stale_revision', 'in_use', 'limit_reached'],
});
