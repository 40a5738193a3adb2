import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { PhoneText, Revision, ShortText, ZoneText } from '../core/fields.ts';
import { Customer } from './customers.ts';

/** What a customer who signs in sees of their own record: nothing that the team wrote about them. */
export const OwnProfile = Customer.pick({
  id: true,
  revision: true,
  name: true,
  email: true,
  phone: true,
  locale: true,
  time_zone: true,
});
export type OwnProfile = z.output<typeof OwnProfile>;

export const getOwnProfile = endpoint({
  method: 'GET',
  path: '/api/v1/me/customer',
  summary: 'The own record of a customer who is signed in',
  tag: 'me',
  responses: { 200: OwnProfile },
});

export const changeOwnProfile = endpoint({
  method: 'PATCH',
  path: '/api/v1/me/customer',
  summary: 'Change the own name, phone, language and time zone',
  tag: 'me',
  body: z
    .strictObject({
      name: ShortText,
      phone: PhoneText.nullable(),
      locale: z.enum(['en', 'es', 'fr', 'de']).nullable(),
      time_zone: ZoneText.nullable(),
    })
    .partial()
    .extend({ revision: Revision }),
  responses: { 200: OwnProfile },
  refusals: ['stale_revision'],
});
