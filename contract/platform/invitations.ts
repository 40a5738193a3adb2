import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import {
  can,
  CurrencyCode,
  EmailText,
  Id,
  idParams,
  InstantText,
  LanguageCode,
  page,
  pageQuery,
  Revision,
  revisionBody,
  ShortText,
  WallTimeText,
  ZoneText,
} from '../core/fields.ts';
import { Overrides, Tier } from '../tenancy/entitlements.ts';
import { newTenant } from './tenants.ts';

export const invitationStates = ['pending', 'accepted', 'revoked', 'expired'] as const;

export const BusinessInvitation = z.object({
  id: Id,
  revision: Revision,
  email: z.string(),
  business_name: z.string(),
  tier: Tier,
  locale: LanguageCode,
  overrides: Overrides.nullable().describe('null where the plan holds as it is'),
  state: z.enum(invitationStates),
  mailed_at: InstantText.nullable(),
  mail_error: z.string().nullable(),
  created_at: InstantText,
  expires_at: InstantText,
  tenant_id: Id.nullable(),
  can: can('resend', 'revoke'),
});
export type BusinessInvitation = z.output<typeof BusinessInvitation>;

const tag = 'platform';

export const listInvitations = endpoint({
  method: 'GET',
  path: '/api/platform/invitations',
  summary: 'Businesses that were invited, the newest first',
  tag,
  query: z.strictObject({ ...pageQuery, state: z.enum(invitationStates).optional() }),
  responses: { 200: page(BusinessInvitation) },
});

export const inviteBusiness = endpoint({
  method: 'POST',
  path: '/api/platform/invitations',
  summary: 'Invite a business; the link goes out by mail and lasts a week',
  tag,
  body: z.strictObject({
    email: EmailText,
    business_name: ShortText,
    tier: Tier,
    locale: LanguageCode.optional().describe('Of the mail, and of the business to begin with; your own by default'),
    overrides: Overrides.optional().describe('Only where the plan is not to hold as it is'),
  }),
  responses: { 201: BusinessInvitation },
  refusals: ['duplicate'],
});

export const resendInvitation = endpoint({
  method: 'POST',
  path: '/api/platform/invitations/:id/resend',
  summary: 'Send a new link, for another week; the one before leads nowhere any more',
  tag,
  params: idParams,
  body: revisionBody,
  responses: { 200: BusinessInvitation },
  refusals: ['stale_revision', 'wrong_status'],
});

export const revokeInvitation = endpoint({
  method: 'POST',
  path: '/api/platform/invitations/:id/revocation',
  summary: 'Take an invitation back',
  tag,
  params: idParams,
  body: revisionBody,
  responses: { 200: BusinessInvitation },
  refusals: ['stale_revision', 'wrong_status'],
});

/** What whoever has the link is shown; once it is accepted, how far the business is. */
export const OpenInvitation = z.object({
  email: z.string(),
  business_name: z.string(),
  tier: Tier,
  locale: LanguageCode,
  state: z.enum(['open', 'making', 'ready', 'failed']),
  base: z.string().describe('What a sub-domain stands in front of, such as book.example'),
  address: z.string().nullable().describe('Where the owner signs in'),
  booking_address: z.string().nullable().describe('The first link that can be booked at'),
});
export type OpenInvitation = z.output<typeof OpenInvitation>;

const tokenParams = z.object({ invitation_token: z.string().min(20).max(100) });

export const openInvitation = endpoint({
  method: 'GET',
  path: '/api/invitations/:invitation_token',
  summary: 'What an invitation offers',
  tag,
  params: tokenParams,
  responses: { 200: OpenInvitation },
  refusals: ['link_expired'],
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/invitations/:invitation_token/acceptance',
  summary: 'Make the owner and the business, with opening hours and a first service',
  tag,
  params: tokenParams,
  body: z.strictObject({
    name: ShortText.describe('Of the owner'),
    password: z.string().min(10, 'Use 10 characters or more').max(200),
    business_name: ShortText,
    subdomain: newTenant.subdomain,
    time_zone: ZoneText,
    currency: CurrencyCode,
    locale: newTenant.locale,
    weekdays: z.array(z.int().min(1).max(7)).min(1, 'Choose a day').max(7).describe('1 is Monday'),
    opens: WallTimeText,
    closes: WallTimeText,
    service_name: ShortText,
    service_minutes: z
      .int()
      .min(5)
      .max(24 * 60),
    service_price_minor: z.int().min(0).max(100_000_000),
  }),
  responses: { 200: OpenInvitation },
  refusals: ['link_expired', 'duplicate'],
});
