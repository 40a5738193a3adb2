import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import {
  can,
  EmailText,
  Id,
  idParams,
  InstantText,
  LongText,
  page,
  pageQuery,
  PhoneText,
  Revision,
  ShortText,
  ZoneText,
} from '../core/fields.ts';

export const Customer = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  locale: z.string().nullable(),
  time_zone: z.string().nullable(),
  notes: z.string(),
  is_blocked: z.boolean(),
  appointment_count: z.int(),
  next_start: InstantText.nullable(),
  last_start: InstantText.nullable(),
  created_at: InstantText,
  updated_at: InstantText,
  can: can('edit', 'block', 'delete'),
});
export type Customer = z.output<typeof Customer>;

const writable = {
  name: ShortText,
  email: EmailText.nullish(),
  phone: PhoneText.nullish(),
  locale: z.string().max(35).nullish(),
  time_zone: ZoneText.nullish(),
  notes: LongText.optional(),
};

export const listCustomers = endpoint({
  method: 'GET',
  path: '/api/v1/customers',
  summary: 'List customers',
  tag: 'customers',
  query: z.strictObject({ ...pageQuery, q: z.string().trim().max(120).optional() }),
  responses: { 200: page(Customer) },
});

export const getCustomer = endpoint({
  method: 'GET',
  path: '/api/v1/customers/:id',
  summary: 'One customer',
  tag: 'customers',
  params: idParams,
  responses: { 200: Customer },
});

export const createCustomer = endpoint({
  method: 'POST',
  path: '/api/v1/customers',
  summary: 'Add a customer',
  tag: 'customers',
  body: z.strictObject(writable),
  responses: { 201: Customer },
  refusals: ['duplicate'],
});

export const changeCustomer = endpoint({
  method: 'PATCH',
  path: '/api/v1/customers/:id',
  summary: 'Change a customer',
  tag: 'customers',
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
  params: idParams,
  responses: { 204: nothing },
  refusals: ['in_use'],
});
