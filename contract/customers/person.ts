import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, idParams, InstantText, Money, Revision } from '../core/fields.ts';

const Change = z.object({
  kind: z.string(),
  at: InstantText,
  by: z.string(),
  reason: z.string().nullable(),
});

/** Everything about one person, for them to keep or to take elsewhere. */
export const PersonExport = z.object({
  format: z.literal('smoothschedule-person'),
  version: z.literal(1),
  exported_at: InstantText,
  business: z.string(),
  mode: z.enum(['live', 'sandbox']),
  customer: z.object({
    id: Id,
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.string().nullable(),
    time_zone: z.string().nullable(),
    created_at: InstantText,
    updated_at: InstantText,
    notes: z.string().optional().describe('What the team wrote; absent in what customers export themselves'),
    tags: z.array(z.string()).optional(),
    is_blocked: z.boolean().optional(),
    import_key: z.string().nullable().optional(),
  }),
  account: z
    .object({
      email: z.string(),
      name: z.string(),
      created_at: InstantText,
      email_verified_at: InstantText.nullable(),
      sessions: z.array(
        z.object({
          created_at: InstantText,
          last_seen_at: InstantText,
          ip_address: z.string().nullable(),
          user_agent: z.string().nullable(),
        }),
      ),
    })
    .nullable()
    .describe('The account they sign in with, where they have one'),
  appointments: z.array(
    z.object({
      id: Id,
      service: z.string(),
      status: z.string(),
      start: InstantText,
      end: InstantText,
      time_zone: z.string(),
      customer_time_zone: z.string().nullable(),
      party_size: z.int(),
      price: Money,
      answers: z.record(z.string(), z.unknown()),
      notes: z.string().optional(),
      created_at: InstantText,
      changes: z.array(Change),
    }),
  ),
  messages: z.array(
    z.object({
      template: z.string(),
      recipient: z.string(),
      subject: z.string(),
      text: z.string(),
      status: z.string(),
      created_at: InstantText,
      sent_at: InstantText.nullable(),
    }),
  ),
});
export type PersonExport = z.output<typeof PersonExport>;

export const exportCustomer = endpoint({
  method: 'GET',
  path: '/api/v1/customers/:id/export',
  summary: 'Everything about one customer: profile, notes, account, appointments with answers, messages',
  tag: 'customers',
  params: idParams,
  responses: { 200: PersonExport },
});

export const Erased = z.object({
  appointments: z.int().describe('How many stay, without the person'),
  messages: z.int().describe('How many are gone'),
});

export const eraseCustomer = endpoint({
  method: 'POST',
  path: '/api/v1/customers/:id/erasure',
  summary: 'Erase a customer for good; their appointments stay without the person',
  tag: 'customers',
  sudo: true,
  params: idParams,
  body: z.strictObject({ revision: Revision }),
  responses: { 200: Erased },
  refusals: ['stale_revision', 'in_use'],
});

export const exportOwnData = endpoint({
  method: 'GET',
  path: '/api/v1/me/customer/export',
  summary: 'Everything about the customer who is signed in, but for what the team notes for itself',
  tag: 'me',
  responses: { 200: PersonExport },
});
