import type { AuditEntry, PlatformAuditEntry } from '@smooth/contract/audit/audit.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { ShownEntry } from './queries.ts';

const party = (id: string | null, email: string | null) => (id === null && email === null ? null : { id, email });

export const presentEntry = (row: ShownEntry): AuditEntry => ({
  id: row.id,
  occurred_at: formatInstant(row.occurred_at),
  action: row.action,
  tenant_id: row.tenant_id,
  mode: row.mode,
  actor: { id: row.actor_id, email: row.actor_email },
  acting_as: party(row.acting_as_id, row.acting_as_email),
  subject: party(row.subject_id, row.subject_email),
  ip_address: row.ip_address,
  session_key: row.session_key,
  reason: row.reason,
  detail: row.detail,
});

export const presentPlatformEntry = (row: ShownEntry & { tenant_name: string | null }): PlatformAuditEntry => ({
  ...presentEntry(row),
  tenant_name: row.tenant_name,
});
