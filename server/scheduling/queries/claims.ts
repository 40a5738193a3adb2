import type { Busy, ClaimPlan, Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { plain, planned } from '../../core/db/raw.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';

/** What a claim belongs to. */
export type ClaimOwner = { appointment_id: string } | { class_id: string } | { hold_id: string; expires_at: Instant };

export interface ClaimRow extends Busy {
  lane: number;
  ref: { kind: 'appointment' | 'class' | 'hold'; id: string };
  expires_at: Instant | null;
}

const at = (instant: Instant) => new Date(instant);

/** Waits for whoever changes the claims of these resources, in the order of ids, so that no two wait for each other. */
export const lockBusy = (ids: readonly string[]) =>
  planned(plain(sql`SELECT FROM resource_busy WHERE resource_id = ANY(${ids}) ORDER BY resource_id FOR UPDATE`));

/** The same for resources that a hold keeps and for those that its booking will look at. */
export const lockBusyOfHold = (holdId: string, ids: readonly string[]) =>
  plain(sql`SELECT FROM resource_busy
    WHERE resource_id = ANY(${ids})
      OR resource_id IN (SELECT unnest(resource_ids) FROM holds WHERE id = ${holdId} AND class_id IS NULL)
    ORDER BY resource_id FOR UPDATE`);

/** Tells every cache that the busy time of these resources has changed. */
export const raiseBusy = (ids: readonly string[]) =>
  planned(plain(sql`UPDATE resource_busy SET version = version + 1 WHERE resource_id = ANY(${ids})`));

/** Holds whose time has run out let go of it in the transaction that needs it: their claims go with them. */
export const releaseHolds = (ids: readonly string[]) => tenantQuery.deleteFrom('holds').where('id', 'in', [...ids]);

/** What nobody came back for. Those that somebody else is about to let go are left to him. */
export const sweepHolds = (now: Instant) =>
  planned(
    plain(sql`DELETE FROM holds WHERE id IN
      (SELECT id FROM holds WHERE expires_at <= ${at(now)} ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)`),
  );

export interface Stretch {
  resourceIds: readonly string[];
  from: Instant;
  until: Instant;
}

/** The claims that touch a stretch of time, of whatever owner, those of holds that have run out too. */
export const claimsDuring = ({ resourceIds, from, until }: Stretch) =>
  planned(
    plain(sql<ClaimRow>`SELECT resource_id, lane, 1 AS units,
      (extract(epoch FROM lower(during)) * 1000)::float8 AS start,
      (extract(epoch FROM upper(during)) * 1000)::float8 AS "end",
      (extract(epoch FROM expires_at) * 1000)::float8 AS expires_at,
      CASE WHEN appointment_id IS NOT NULL THEN json_build_object('kind', 'appointment', 'id', appointment_id)
           WHEN class_id IS NOT NULL THEN json_build_object('kind', 'class', 'id', class_id)
           ELSE json_build_object('kind', 'hold', 'id', hold_id) END AS ref
    FROM claims
    WHERE resource_id = ANY(${resourceIds}) AND during && tstzrange(${at(from)}, ${at(until)})`),
  );

/** Whether a claim still counts: a hold ends by the clock, whether or not anybody has cleared it away. */
export const isLive = ({ expires_at }: Pick<ClaimRow, 'expires_at'>, now: Instant) =>
  expires_at === null || expires_at > now;

/** Minutes that resources are booked in a stretch, for fairness. */
export const bookedMinutes = ({ resourceIds, from, until }: Stretch) =>
  planned(
    plain(sql<{ resource_id: string; minutes: number }>`SELECT resource_id,
      (sum(extract(epoch FROM upper(during) - lower(during))) / 60)::float8 AS minutes
    FROM claims
    WHERE resource_id = ANY(${resourceIds}) AND during && tstzrange(${at(from)}, ${at(until)}) AND hold_id IS NULL
    GROUP BY resource_id`),
  );

/** One row per unit and lane; a claim laid over others on purpose is not exclusive. */
export interface LaneClaim extends Pick<ClaimPlan, 'resource_id' | 'start' | 'end'> {
  lane: number;
  exclusive: boolean;
}

/** Takes the time, which was found free under the locks; behind them stands the constraint, whose error is a refusal. */
export const insertClaims = (claims: readonly LaneClaim[], owner: ClaimOwner, isFormer = false) =>
  planned(
    tenantQuery.insertInto('claims').values(
      claims.map(({ resource_id, lane, exclusive, start, end }) => ({
        resource_id,
        lane,
        exclusive,
        during: `[${new Date(start).toISOString()},${new Date(end).toISOString()})`,
        is_former: isFormer,
        appointment_id: 'appointment_id' in owner ? owner.appointment_id : null,
        class_id: 'class_id' in owner ? owner.class_id : null,
        hold_id: 'hold_id' in owner ? owner.hold_id : null,
        expires_at: 'expires_at' in owner ? at(owner.expires_at) : null,
      })),
    ),
  );

/** The queries that take the time and tell the caches; none where no resource is needed. */
export const claimSteps = (lanes: readonly LaneClaim[], owner: ClaimOwner) =>
  lanes.length === 0
    ? []
    : [insertClaims(lanes, owner), raiseBusy([...new Set(lanes.map(({ resource_id }) => resource_id))])];

export const deleteClaims = (owner: { column: 'appointment_id' | 'class_id' | 'hold_id'; id: string }) =>
  tenantQuery.deleteFrom('claims').where(owner.column, '=', owner.id).returning('resource_id');

/** The former time of a move that was approved goes back to whoever wants it. */
export const deleteFormerClaims = (appointmentId: string) =>
  tenantQuery.deleteFrom('claims').where('appointment_id', '=', appointmentId).where('is_former', '=', true);

/** The claims of an appointment as they could be inserted again. */
export const claimsOf = (appointmentId: string) =>
  plain(sql<LaneClaim>`SELECT resource_id, lane, exclusive,
      (extract(epoch FROM lower(during)) * 1000)::float8 AS start, (extract(epoch FROM upper(during)) * 1000)::float8 AS "end"
    FROM claims WHERE appointment_id = ${appointmentId} AND NOT is_former`);
