import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { ColorText, CurrencyCode, Id, ZoneText } from '../core/fields.ts';

export const Branding = z.object({
  color: ColorText.nullable(),
  logo_url: z.string().nullable(),
  tagline: z.string().nullable(),
});

export const Business = z.object({
  id: Id,
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
});
export type Business = z.output<typeof Business>;

export const getBusiness = endpoint({
  method: 'GET',
  path: '/api/v1/business',
  summary: 'The business this request belongs to',
  tag: 'business',
  responses: { 200: Business },
});
