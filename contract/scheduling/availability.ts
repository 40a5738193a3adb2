import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { DateText, Id, InstantText, ZoneText } from '../core/fields.ts';

/** Where resources take differing times, one start has an offer for each end; in order of start, then end. */
export const Offer = z.object({
  start: InstantText,
  end: InstantText,
  resource_ids: z.array(Id),
  class_id: Id.optional(),
  seats_left: z.int().optional(),
});
export type Offer = z.output<typeof Offer>;

export const Availability = z.object({ time_zone: z.string(), data: z.array(Offer) });
export type Availability = z.output<typeof Availability>;

export const availabilityQuery = z.strictObject({
  service_id: Id,
  from: DateText,
  to: DateText.describe('Inclusive; at most 31 days'),
  time_zone: ZoneText.optional().describe("The zone in which the dates are meant; the place's where absent"),
  resource_id: Id.optional(),
});

export const getAvailability = endpoint({
  method: 'GET',
  path: '/api/v1/availability',
  summary: 'When a service can be booked, for the business: no notice and no window',
  tag: 'availability',
  scope: 'availability:read',
  query: availabilityQuery.extend({
    ignore_appointment_id: Id.optional().describe('As if this appointment were gone'),
  }),
  responses: { 200: Availability },
});

export const Check = z.object({
  rule: z.string(),
  ok: z.boolean(),
  binds: z.boolean().describe('Whether the asker is bound by it; a rule that does not bind only warns'),
  detail: z.string().describe('One sentence for people'),
  resource_id: Id.optional(),
  resource_name: z.string().optional(),
  blocker: z.object({ kind: z.string(), id: Id.nullable(), start: InstantText, end: InstantText }).optional(),
});

export const Explanation = z.object({ start: InstantText, bookable: z.boolean(), checks: z.array(Check) });
export type Explanation = z.output<typeof Explanation>;

export const explainAvailability = endpoint({
  method: 'GET',
  path: '/api/v1/availability/explain',
  summary: 'Why one start can or cannot be booked',
  tag: 'availability',
  scope: 'availability:read',
  query: z.strictObject({
    service_id: Id,
    start: InstantText,
    resource_id: Id.optional(),
    ignore_appointment_id: Id.optional(),
    audience: z.enum(['customer', 'business']).default('customer'),
  }),
  responses: { 200: Explanation },
});
