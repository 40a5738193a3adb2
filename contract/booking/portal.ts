import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { page, pageQuery } from '../core/fields.ts';
import { BookedAppointment } from './booking.ts';

export const listOwnAppointments = endpoint({
  method: 'GET',
  path: '/api/v1/me/appointments',
  summary: 'The own appointments of a customer who is signed in, each with what its manage link opens',
  tag: 'me',
  query: z.strictObject({
    ...pageQuery,
    when: z.enum(['upcoming', 'past']).default('upcoming').describe('Upcoming: soonest first; past: latest first'),
  }),
  responses: { 200: page(BookedAppointment.extend({ manage_token: z.string() })) },
});
