import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import {
  can,
  EmailText,
  Flag,
  Id,
  idParams,
  InstantText,
  list,
  LongText,
  ordered,
  page,
  pageQuery,
  PhoneText,
  Revision,
  ShortText,
  UpdatedSince,
  ZoneText,
} from '../core/fields.ts';

export const Tag = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^,;]+$/, 'Leave out commas and semicolons');
const Tags = z
  .array(Tag)
  .max(20)
  .transform((tags) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()]);

export const Customer = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  locale: z.string().nullable(),
  time_zone: z.string().nullable(),
  notes: z.string(),
  tags: z.array(z.string()),
  is_blocked: z.boolean(),
  appointment_count: z.int(),
  no_show_count: z.int(),
  next_start: InstantText.nullable(),
  last_start: InstantText.nullable(),
  created_at: InstantText,
  updated_at: InstantText,
  can: can('edit', 'block', 'merge', 'delete', 'export', 'erase'),
});
export type Customer = z.output<typeof Customer>;

const writable = {
  name: ShortText,
  email: EmailText.nullish(),
  phone: PhoneText.nullish(),
  locale: z.string().max(35).nullish(),
  time_zone: ZoneText.nullish(),
  notes: LongText.optional(),
  tags: Tags.optional(),
};

/** Which customers: the list and the file that leaves the house ask the same. */
export const customerFilter = {
  q: z.string().trim().max(120).optional(),
  tag: Tag.optional(),
  blocked: Flag.optional(),
};

export const listCustomers = endpoint({
  method: 'GET',
  path: '/api/v1/customers',
  summary: 'List customers',
  tag: 'customers',
  scope: 'customers:read',
  query: z.strictObject({
    ...pageQuery,
    ...customerFilter,
    email: EmailText.optional().describe('Exactly this address, in small or capital letters'),
    updated_since: UpdatedSince,
    order: ordered('name', 'created_at', 'updated_at', 'last_start').describe(
      'last_start: of the latest appointment up to now; who never had one comes first, or last with the minus',
    ),
  }),
  responses: { 200: page(Customer) },
});

export const getCustomer = endpoint({
  method: 'GET',
  path: '/api/v1/customers/:id',
  summary: 'Get a customer',
  tag: 'customers',
  scope: 'customers:read',
  params: idParams,
  responses: { 200: Customer },
});

export const createCustomer = endpoint({
  method: 'POST',
  path: '/api/v1/customers',
  summary: 'Add a customer',
  tag: 'customers',
  scope: 'customers:write',
  body: z.strictObject(writable),
  responses: { 201: Customer },
  refusals: ['duplicate'],
});

export const changeCustomer = endpoint({
  method: 'PATCH',
  path: '/api/v1/customers/:id',
  summary: 'Change a customer',
  tag: 'customers',
  scope: 'customers:write',
  params: idParams,
  body: z
    .strictObject({ ...writable, is_blocked: z.boolean() })
    .partial()
    .extend({ revision: Revision }),
  responses: { 200: Customer },
  refusals: ['stale_revision', 'duplicate'],
});

export const deleteCustomer = endpoint({
  method: 'DELETE',
  path: '/api/v1/customers/:id',
  summary: 'Delete a customer who has no appointments',
  tag: 'customers',
  scope: 'customers:write',
  params: idParams,
  responses: { 204: nothing },
  refusals: ['in_use'],
});

export const listCustomerTags = endpoint({
  method: 'GET',
  path: '/api/v1/customer_tags',
  summary: 'The tags in use, and how many customers have each',
  tag: 'customers',
  scope: 'customers:read',
  responses: { 200: list(z.object({ tag: z.string(), count: z.int() })) },
});
