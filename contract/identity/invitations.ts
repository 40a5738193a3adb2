import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import {
  can,
  EmailText,
  Id,
  idParams,
  InstantText,
  LanguageCode,
  list,
  page,
  pageQuery,
  ShortText,
} from '../core/fields.ts';
import { NewPassword } from './passwords.ts';
import { StaffMember } from './staff.ts';

const invitable = z.enum(['TENANT_MANAGER', 'TENANT_STAFF']);
export const invitableToPlatform = z.enum(['PLATFORM_SUPPORT', 'PLATFORM_SALES', 'PLATFORM_MANAGER']);

/** An invitation, wherever to. */
const Invitation = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  status: z.enum(['open', 'accepted', 'revoked', 'expired']),
  created_at: InstantText,
  expires_at: InstantText,
  can: can('resend', 'revoke'),
});
export type Invitation = z.output<typeof Invitation>;

export const StaffInvitation = Invitation.extend({ role: invitable, permissions: z.array(z.string()) });
export type StaffInvitation = z.output<typeof StaffInvitation>;

export const listStaffInvitations = endpoint({
  method: 'GET',
  path: '/api/v1/staff_invitations',
  summary: 'Invitations of staff, the newest first',
  tag: 'staff',
  query: z.strictObject(pageQuery),
  responses: { 200: page(StaffInvitation) },
});

export const inviteStaff = endpoint({
  method: 'POST',
  path: '/api/v1/staff_invitations',
  summary: 'Invite somebody to the team by mail; the account is made when they accept',
  tag: 'staff',
  body: z.strictObject({
    email: EmailText,
    name: ShortText,
    role: invitable.default('TENANT_STAFF'),
    permissions: z.array(z.string().min(3).max(60)).max(100).default([]),
  }),
  responses: { 201: StaffInvitation },
  refusals: ['duplicate'],
});

export const resendStaffInvitation = endpoint({
  method: 'POST',
  path: '/api/v1/staff_invitations/:id/resend',
  summary: 'Send the mail again, and let the invitation stand for another seven days',
  tag: 'staff',
  params: idParams,
  responses: { 200: StaffInvitation },
  refusals: ['not_found', 'wrong_status'],
});

export const revokeStaffInvitation = endpoint({
  method: 'POST',
  path: '/api/v1/staff_invitations/:id/revocation',
  summary: 'Take an invitation back; its links open nothing any more',
  tag: 'staff',
  params: idParams,
  responses: { 200: StaffInvitation },
  refusals: ['not_found', 'wrong_status'],
});

export const PlatformInvitation = Invitation.extend({ role: invitableToPlatform, locale: LanguageCode.nullable() });
export type PlatformInvitation = z.output<typeof PlatformInvitation>;

export const listPlatformInvitations = endpoint({
  method: 'GET',
  path: '/api/platform/staff_invitations',
  summary: 'Invitations of people of the platform, the newest first',
  tag: 'platform',
  responses: {
    200: list(PlatformInvitation).extend({
      invitable: z.array(invitableToPlatform).describe('The roles that you may invite to'),
    }),
  },
});

export const invitePlatformPerson = endpoint({
  method: 'POST',
  path: '/api/platform/staff_invitations',
  summary: 'Invite somebody to the platform by mail; the account is made when they accept',
  tag: 'platform',
  body: z.strictObject({
    email: EmailText,
    name: ShortText,
    role: invitableToPlatform,
    locale: LanguageCode.optional().describe('Of the mail and the account; without it, your own'),
  }),
  sudo: true,
  responses: { 201: PlatformInvitation },
  refusals: ['duplicate'],
});

export const resendPlatformInvitation = endpoint({
  method: 'POST',
  path: '/api/platform/staff_invitations/:id/resend',
  summary: 'Send the mail again, and let the invitation stand for another seven days',
  tag: 'platform',
  params: idParams,
  sudo: true,
  responses: { 200: PlatformInvitation },
  refusals: ['not_found', 'wrong_status'],
});

export const revokePlatformInvitation = endpoint({
  method: 'POST',
  path: '/api/platform/staff_invitations/:id/revocation',
  summary: 'Take an invitation back; its links open nothing any more',
  tag: 'platform',
  params: idParams,
  responses: { 200: PlatformInvitation },
  refusals: ['not_found', 'wrong_status'],
});

const byLink = z.object({ invitation_token: z.string().min(10).max(100) });

export const getInvitation = endpoint({
  method: 'GET',
  path: '/api/auth/invitations/:invitation_token',
  summary: 'What somebody is invited to, by the link of the mail',
  tag: 'auth',
  params: byLink,
  responses: {
    200: z.object({
      email: z.string(),
      name: z.string(),
      role: z.enum([...invitable.options, ...invitableToPlatform.options]),
      business: z.string().nullable().describe('Null: the platform itself'),
    }),
  },
  refusals: ['not_found', 'link_expired'],
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/api/auth/invitations/:invitation_token',
  summary: 'Accept an invitation: makes the account with its password, and signs in',
  tag: 'auth',
  params: byLink,
  body: z.strictObject({ name: ShortText, password: NewPassword }),
  responses: { 204: nothing },
  refusals: ['not_found', 'link_expired', 'duplicate'],
});

const Affected = z.object({
  id: Id,
  start: InstantText,
  service_name: z.string(),
  customer_name: z.string().nullable(),
});

export const deactivateStaff = endpoint({
  method: 'POST',
  path: '/api/v1/staff/:id/deactivation',
  summary: 'Switch an account off; answers the appointments ahead that wait for somebody else',
  tag: 'staff',
  params: idParams,
  sudo: true,
  responses: { 200: z.object({ member: StaffMember, appointments: z.array(Affected), more: z.boolean() }) },
  refusals: ['not_found'],
});

export const reactivateStaff = endpoint({
  method: 'POST',
  path: '/api/v1/staff/:id/reactivation',
  summary: 'Switch an account on again',
  tag: 'staff',
  params: idParams,
  sudo: true,
  responses: { 200: StaffMember },
  refusals: ['not_found'],
});
