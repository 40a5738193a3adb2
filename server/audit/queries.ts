import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import { containing } from '../core/db/like.ts';
import { byId, listing } from '../core/db/listing.ts';
import { publicQuery } from '../core/tenant/gate.ts';
import { tenantQuery } from '../core/tenant/tenant.ts';
import type { PublicTables } from '../schema/public-tables.ts';
import type { Sealable } from './rules/entry.ts';

/** The columns as the code of an entry was made of them. */
export const sealableColumns = `audit.id, audit.tenant_id, audit.mode,
  to_char(audit.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS occurred,
  audit.action, audit.actor_id, audit.actor_email, audit.acting_as_id, audit.acting_as_email, audit.subject_id,
  audit.subject_email, audit.ip_address, audit.session_key, audit.reason, audit.detail, audit.mac, audit.chain`;

export type SealableRow = Sealable & { mac: Buffer; chain: string };

const shown = [
  'id',
  'tenant_id',
  'mode',
  'occurred_at',
  'action',
  'actor_id',
  'actor_email',
  'acting_as_id',
  'acting_as_email',
  'subject_id',
  'subject_email',
  'ip_address',
  'session_key',
  'reason',
  'detail',
] as const;

export type ShownEntry = Pick<Selectable<PublicTables['public.audit']>, (typeof shown)[number]>;

/** Ids are in the order of their instants. */
export const auditList = listing('audit', { id: [byId('id')] });
export const wholeAuditList = listing('whole_audit', { id: [byId('id')] });

export interface AuditSearch {
  action?: string | undefined;
  q?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  tenant_id?: string | undefined;
  id?: string;
}

type Found<Tables extends PublicTables> = SelectQueryBuilder<Tables, 'public.audit', object>;

function found<Tables extends PublicTables>(from: Found<Tables>, search: AuditSearch) {
  const { action, q, from: since, until, tenant_id, id } = search;
  let query = (from as unknown as Found<PublicTables>).select(shown);
  if (id) query = query.where('id', '=', id);
  if (action) query = query.where('action', '=', action);
  if (tenant_id) query = query.where('tenant_id', '=', tenant_id);
  if (since) query = query.where(sql<boolean>`occurred_at >= ${since}::timestamptz`);
  if (until) query = query.where(sql<boolean>`occurred_at < ${until}::timestamptz`);
  if (q) {
    const text = containing(q);
    query = query.where(
      sql<boolean>`concat_ws(' ', actor_email, acting_as_email, subject_email, reason) ILIKE ${text}`,
    );
  }
  return query;
}

/** Of one business, by the policy of the rows. */
export const ownAudit = (search: AuditSearch) => found(tenantQuery.selectFrom('public.audit'), search);
/** Of everybody, for the console. */
export const wholeAudit = (search: AuditSearch) =>
  found(publicQuery.selectFrom('public.audit'), search).select(
    sql<string | null>`(SELECT name FROM public.tenants WHERE tenants.id = audit.tenant_id)`.as('tenant_name'),
  );
