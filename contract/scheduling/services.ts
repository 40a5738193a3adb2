import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import {
  can,
  ColorText,
  DateText,
  Flag,
  Id,
  idParams,
  InstantText,
  LongText,
  Minutes,
  Money,
  ordered,
  page,
  pageQuery,
  Revision,
  ShortText,
} from '../core/fields.ts';

export const RequirementLine = z.strictObject({
  type: z.string().max(40).nullable().default(null).describe('Any active resource of this type, or …'),
  resource_ids: z.array(Id).max(200).default([]).describe('… one of these'),
  quantity: z.int().min(1).max(20).default(1),
  units: z.int().min(1).max(1000).default(1),
  padding_before_minutes: Minutes.nullable().default(null).describe('Null: the padding of the service'),
  padding_after_minutes: Minutes.nullable().default(null),
  is_choosable: z.boolean().default(false),
});

export const Question = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: ShortText,
  kind: z.enum(['text', 'long_text', 'choice', 'checkbox']),
  choices: z.array(z.string().trim().min(1).max(120)).max(30).default([]),
  is_required: z.boolean().default(false),
});
export type Question = z.output<typeof Question>;

/** The answers a customer gave, by the key of the question. */
export const Answers = z.record(z.string().max(40), z.union([z.string().max(2000), z.boolean()]));

/** What is different where one certain resource does it. */
export const ResourceTerms = z.strictObject({
  resource_id: Id,
  duration_minutes: z
    .int()
    .min(1)
    .max(60 * 24 * 7)
    .nullable()
    .default(null)
    .describe('Null: the duration of the service'),
  price_minor: z.int().min(0).max(1_000_000_000).nullable().default(null).describe('Null: the price of the service'),
});

const shape = {
  name: ShortText,
  description: LongText,
  category: z.string().trim().max(60).nullable(),
  color: ColorText,
  kind: z.enum(['appointment', 'class']),
  duration_minutes: z
    .int()
    .min(1)
    .max(60 * 24 * 7),
  padding_before_minutes: z
    .int()
    .min(0)
    .max(60 * 24),
  padding_after_minutes: z
    .int()
    .min(0)
    .max(60 * 24),
  price_minor: z.int().min(0).max(1_000_000_000),
  capacity: z.int().min(1).max(1000).describe('Seats of a class'),
  min_notice_minutes: Minutes,
  window_days: z.int().min(0).max(1100).nullable(),
  window_from_on: DateText.nullable(),
  window_until_on: DateText.nullable(),
  slot_step_minutes: z
    .int()
    .min(1)
    .max(60 * 24),
  slot_anchor: z.enum(['opening', 'clock', 'previous']),
  requires: z.array(RequirementLine).max(10),
  resource_terms: z
    .array(ResourceTerms)
    .max(200)
    .describe('Another duration or price with certain resources, which all can fill one and the same line'),
  questions: z.array(Question).max(20),
  needs_approval: z.boolean(),
  needs_phone: z.boolean(),
  cancel_notice_minutes: Minutes,
  reschedule_notice_minutes: Minutes,
  reminder_minutes: Minutes.nullable().describe('How long before the start the reminder goes out; null for none'),
  online: z.boolean(),
  is_active: z.boolean(),
  position: z.int().min(0).max(10_000),
};

export const Service = z.object({
  id: Id,
  revision: Revision,
  ...shape,
  price: Money,
  created_at: InstantText,
  updated_at: InstantText,
  can: can('edit', 'delete'),
});
export type Service = z.output<typeof Service>;

export const listServices = endpoint({
  method: 'GET',
  path: '/api/v1/services',
  summary: 'List services',
  tag: 'services',
  scope: 'services:read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().trim().max(120).optional().describe('Part of the name'),
    is_active: Flag.optional(),
    online: Flag.optional(),
    kind: shape.kind.optional(),
    category: z.string().trim().max(60).optional(),
    order: ordered('position', 'name'),
  }),
  responses: { 200: page(Service) },
});

export const getService = endpoint({
  method: 'GET',
  path: '/api/v1/services/:id',
  summary: 'Get a service',
  tag: 'services',
  scope: 'services:read',
  params: idParams,
  responses: { 200: Service },
});

export const createService = endpoint({
  method: 'POST',
  path: '/api/v1/services',
  summary: 'Add a service',
  tag: 'services',
  scope: 'services:write',
  body: z.strictObject({
    ...shape,
    description: shape.description.default(''),
    category: shape.category.default(null),
    color: shape.color.default('#6366f1'),
    kind: shape.kind.default('appointment'),
    padding_before_minutes: shape.padding_before_minutes.default(0),
    padding_after_minutes: shape.padding_after_minutes.default(0),
    price_minor: shape.price_minor.default(0),
    capacity: shape.capacity.default(1),
    min_notice_minutes: shape.min_notice_minutes.default(0),
    window_days: shape.window_days.default(60),
    window_from_on: shape.window_from_on.default(null),
    window_until_on: shape.window_until_on.default(null),
    slot_step_minutes: shape.slot_step_minutes.default(15),
    slot_anchor: shape.slot_anchor.default('opening'),
    requires: shape.requires.default([]),
    resource_terms: shape.resource_terms.default([]),
    questions: shape.questions.default([]),
    needs_approval: shape.needs_approval.default(false),
    needs_phone: shape.needs_phone.default(false),
    cancel_notice_minutes: shape.cancel_notice_minutes.default(0),
    reschedule_notice_minutes: shape.reschedule_notice_minutes.default(0),
    reminder_minutes: shape.reminder_minutes.default(1440),
    online: shape.online.default(true),
    is_active: shape.is_active.default(true),
    position: shape.position.default(0),
  }),
  responses: { 201: Service },
});

export const changeService = endpoint({
  method: 'PATCH',
  path: '/api/v1/services/:id',
  summary: 'Change a service; existing appointments keep what they were booked with',
  tag: 'services',
  scope: 'services:write',
  params: idParams,
  body: z.strictObject(shape).partial().extend({ revision: Revision }),
  responses: { 200: Service },
  refusals: ['stale_revision', 'in_use'],
});

export const deleteService = endpoint({
  method: 'DELETE',
  path: '/api/v1/services/:id',
  summary: 'Delete a service that was never booked',
  tag: 'services',
  scope: 'services:write',
  params: idParams,
  responses: { 204: nothing },
  refusals: ['in_use'],
});
