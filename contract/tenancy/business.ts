import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { event } from '../core/event.ts';
import {
  can,
  ColorText,
  CurrencyCode,
  EmailText,
  Id,
  PhoneText,
  Revision,
  ShortText,
  ZoneText,
} from '../core/fields.ts';

export const Branding = z.object({
  color: ColorText.nullable(),
  logo_url: z.string().nullable(),
  tagline: z.string().nullable(),
});

export const Business = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  subdomain: z.string(),
  status: z.enum(['active', 'suspended', 'closed']),
  time_zone: ZoneText,
  currency: CurrencyCode,
  locale: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  branding: Branding,
  sandbox_enabled: z.boolean(),
  api_enabled: z.boolean().describe('Whether its plan includes the API; without it tokens open nothing'),
  webhooks_enabled: z.boolean().describe('Whether its plan includes webhooks; without it nothing is sent to them'),
  can: can('edit'),
});
export type Business = z.output<typeof Business>;

export const getBusiness = endpoint({
  method: 'GET',
  path: '/api/v1/business',
  summary: 'The business this request belongs to',
  tag: 'business',
  scope: 'business:read',
  responses: { 200: Business },
});

const Locale = z
  .enum(['en', 'es', 'fr', 'de'])
  .describe('Language of the business: its booking page and mails where a customer has none');

export const changeBusiness = endpoint({
  method: 'PATCH',
  path: '/api/v1/business',
  summary: 'Change name, contact, zone, currency, language and branding',
  tag: 'business',
  scope: 'business:write',
  body: z
    .strictObject({
      name: ShortText,
      time_zone: ZoneText,
      currency: CurrencyCode,
      locale: Locale,
      address: z.string().trim().max(300).nullable(),
      phone: PhoneText.nullable(),
      email: EmailText.nullable(),
      branding: z
        .strictObject({
          color: ColorText.nullable(),
          logo_url: z
            .url({ protocol: /^https$/ })
            .max(500)
            .nullable(),
          tagline: z.string().trim().max(120).nullable(),
        })
        .partial(),
    })
    .partial()
    .extend({ revision: Revision }),
  responses: { 200: Business },
  refusals: ['stale_revision'],
});

export const businessChanged = event('business.changed', z.object({ id: Id }));
