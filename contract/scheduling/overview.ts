import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { DateText, Id, Money } from '../core/fields.ts';

const Counts = z.object({
  booked: z.int().describe('Appointments that take place or took place'),
  completed: z.int(),
  cancelled: z.int(),
  no_shows: z.int(),
  expected: Money.describe('The prices of what is booked'),
});

const Use = z.object({
  booked_minutes: z.int(),
  open_minutes: z.int(),
});

/** How a period goes, by local dates of the place. */
export const Overview = z.object({
  from: DateText,
  to: DateText,
  time_zone: z.string(),
  totals: Counts.extend({ new_customers: z.int() }).and(Use),
  days: z.array(Counts.extend({ on: DateText })),
  services: z.array(Counts.extend({ id: Id, name: z.string(), color: z.string() })),
  resources: z.array(Use.extend({ id: Id, name: z.string(), type: z.string(), color: z.string() })),
});
export type Overview = z.output<typeof Overview>;

export const getOverview = endpoint({
  method: 'GET',
  path: '/api/v1/overview',
  summary: 'Bookings, utilisation, no-shows and expected revenue of a period',
  tag: 'overview',
  scope: 'reports:read',
  query: z.strictObject({ from: DateText, to: DateText.describe('Inclusive; at most 366 days') }),
  responses: { 200: Overview },
});
