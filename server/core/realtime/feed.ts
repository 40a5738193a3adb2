import { sql } from 'kysely';
import { plain } from '../db/raw.ts';
import { ask, type Tenant } from '../tenant/tenant.ts';

export interface FedEvent {
  id: string;
  type: string;
  subject_id: string;
  revision: number | null;
  /** The transaction that recorded it. */
  xid: string;
}

export interface Fed {
  events: FedEvent[];
  /** Whatever has not ended yet is at or after this transaction; reading on from here misses nothing. */
  horizon: string;
}

/** More than this is not caught up with but fetched afresh. */
export const MOST_FED = 500;

/**
 * The events of all transactions from `since` on. Transactions end in another order than they begin, so the next reading
 * starts at the oldest one that was still open, and what was read before comes again and is told apart by its id.
 */
export async function eventsSince(tenant: Tenant, since: string): Promise<Fed> {
  const [row] = await ask(
    tenant,
    plain(sql<Fed>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon,
      (SELECT coalesce(json_agg(e), '[]') FROM (
        SELECT id, type, subject_id, revision, xid::text FROM events WHERE xid >= ${since}::xid8 ORDER BY xid, id LIMIT ${MOST_FED + 1}
      ) e) AS events`),
  );
  return row!;
}

/** Where somebody who begins to listen now begins. */
export async function horizonNow(tenant: Tenant): Promise<string> {
  const [row] = await ask(
    tenant,
    plain(sql<{ horizon: string }>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`),
  );
  return row!.horizon;
}
