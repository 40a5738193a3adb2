import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Actor, signatureOf } from '../../core/actor.ts';
import { planned } from '../../core/db/raw.ts';
import { newId } from '../../core/ids.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';

export interface Change {
  appointment_id: string;
  revision: number;
  kind: string;
  actor: Actor;
  reason?: string | null;
  from?: Record<string, unknown> | null;
  to?: Record<string, unknown> | null;
}

/** One line of the history of an appointment. */
export const addChange = (
  tx: TenantDb,
  { appointment_id, revision, kind, actor, reason = null, from = null, to = null }: Change,
) =>
  planned(
    tenantQuery.insertInto('appointment_changes').values({
      id: newId(tx.tenant.now),
      appointment_id,
      revision,
      kind,
      at: new Date(tx.tenant.now),
      by_kind: actor.kind,
      by_id: actor.id,
      by_name: signatureOf(actor),
      reason,
      from: from && JSON.stringify(from),
      to: to && JSON.stringify(to),
    }),
  );

/** What history keeps of a time. */
export const momentOf = ({
  starts_at,
  ends_at,
  resource_ids,
}: {
  starts_at: Instant;
  ends_at: Instant;
  resource_ids: readonly string[];
}) => ({
  start: formatInstant(starts_at),
  end: formatInstant(ends_at),
  resource_ids: [...resource_ids],
});
