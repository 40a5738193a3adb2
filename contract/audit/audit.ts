import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, idParams, InstantText, page, pageQuery } from '../core/fields.ts';

/** Everything that is written down about people and their rights. A name never changes its meaning. */
export const auditActions = [
  'HIJACK_START',
  'HIJACK_END',
  'HIJACK_DENIED',
  'SIGN_IN',
  'SIGN_IN_FAILED',
  'SIGN_OUT',
  'IDENTITY_PROVED',
  'IDENTITY_PROOF_FAILED',
  'SESSION_REVOKED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET_ASKED',
  'PASSWORD_RESET',
  'EMAIL_VERIFIED',
  'TOTP_ENABLED',
  'TOTP_DISABLED',
  'RECOVERY_CODES_MADE',
  'RECOVERY_CODE_USED',
  'PASSKEY_ADDED',
  'PASSKEY_REMOVED',
  'PERMISSIONS_CHANGED',
  'ROLE_CHANGED',
  'GRANT_CREATED',
  'GRANT_REVOKED',
  'STAFF_INVITED',
  'INVITATION_RESENT',
  'INVITATION_REVOKED',
  'INVITATION_ACCEPTED',
  'ACCOUNT_RENAMED',
  'ACCOUNT_DEACTIVATED',
  'ACCOUNT_REACTIVATED',
  'TENANT_CREATED',
  'TENANT_CHANGED',
  'TENANT_SUSPENDED',
  'TENANT_RESUMED',
  'TENANT_CLOSED',
  'TENANT_REOPENED',
  'TENANT_DELETED',
  'TENANT_IMPORTED',
  'PLAN_CHANGED',
  'BUSINESS_INVITED',
  'BUSINESS_INVITATION_RESENT',
  'BUSINESS_INVITATION_REVOKED',
  'BUSINESS_INVITATION_ACCEPTED',
  'DOMAIN_ADDED',
  'DOMAIN_VERIFIED',
  'DOMAIN_REMOVED',
  'JOB_RETRIED',
  'TOKEN_CREATED',
  'TOKEN_CHANGED',
  'TOKEN_REVOKED',
  'TOKEN_USED_AFTER_REVOCATION',
  'DATA_EXPORTED',
  'DATA_ERASED',
] as const;
export type AuditAction = (typeof auditActions)[number];

const Person = z.object({ id: Id.nullable(), email: z.string().nullable() });

export const AuditEntry = z.object({
  id: Id,
  occurred_at: InstantText,
  action: z.string(),
  tenant_id: Id.nullable(),
  mode: z.enum(['live', 'sandbox']).nullable(),
  actor: Person.describe('Who did it; while acting as somebody, the person behind'),
  acting_as: Person.nullable().describe('Whom the actor was acting as'),
  subject: Person.nullable().describe('Whom it is about'),
  ip_address: z.string().nullable(),
  session_key: z.string().nullable().describe('The same for all that was done in one session; it opens nothing'),
  reason: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.output<typeof AuditEntry>;

export const PlatformAuditEntry = AuditEntry.extend({
  tenant_name: z.string().nullable().describe('The business as it is called now; null where it is gone'),
});
export type PlatformAuditEntry = z.output<typeof PlatformAuditEntry>;

const search = {
  ...pageQuery,
  action: z.enum(auditActions).optional(),
  q: z.string().trim().max(120).optional().describe('Part of an e-mail address or of a reason'),
  from: InstantText.optional(),
  until: InstantText.optional(),
};

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'What was done in the business and about its people, the newest first',
  tag: 'audit',
  query: z.strictObject(search),
  responses: { 200: page(AuditEntry) },
});

export const getAuditEntry = endpoint({
  method: 'GET',
  path: '/api/v1/audit/:id',
  summary: 'One thing that was done in the business or about its people',
  tag: 'audit',
  params: idParams,
  responses: { 200: AuditEntry },
  refusals: ['not_found'],
});

export const getPlatformAuditEntry = endpoint({
  ...getAuditEntry,
  path: '/api/platform/audit/:id',
  summary: 'One thing that was done on the platform or in a business',
  responses: { 200: PlatformAuditEntry },
});

export const listPlatformAudit = endpoint({
  method: 'GET',
  path: '/api/platform/audit',
  summary: 'What was done on the platform and in all businesses, the newest first',
  tag: 'audit',
  query: z.strictObject({ ...search, tenant_id: Id.optional() }),
  responses: { 200: page(PlatformAuditEntry) },
});
