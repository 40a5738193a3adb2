import {
  appointmentCancelled,
  classCancelled,
  classChanged,
  classScheduled,
} from '@smooth/contract/scheduling/events.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { fieldRefusal, found, Refused } from '../../core/errors.ts';
import { record, recording } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentClasses } from '../present/classes.ts';
import { addChange } from '../queries/changes.ts';
import { claimSteps, deleteClaims, raiseBusy } from '../queries/claims.ts';
import { classById, type ClassRow, partiesOf } from '../queries/classes.ts';
import { dueDropped } from '../queries/due.ts';
import { rulesIn } from '../queries/rules.ts';
import { wallText } from '../rules/wall.ts';
import { place, serviceIn, zoneOf } from './place.ts';

export interface NewClass {
  service_id: string;
  start: Instant;
  seats?: number | undefined;
  resource_ids?: readonly string[] | undefined;
  notes: string;
  actor: Actor;
}

/** Schedules a class. It owns its claims, once, with its padding; parties never add any. */
export async function scheduleClass(
  tx: TenantDb,
  { service_id, start, seats, resource_ids, notes, actor }: NewClass,
): Promise<ClassRow> {
  const rules = await rulesIn(tx);
  const service = serviceIn(rules, service_id);
  if (service.kind !== 'class') throw fieldRefusal('/body/service_id', 'Choose a service that is held as a class');
  const { plan, lanes } = await place(tx, rules, {
    service_id,
    start,
    audience: 'business',
    resource_ids: resource_ids ?? [],
  });
  const id = newId(tx.tenant.now);
  const zone = rules.locations.get(plan.location_id)?.time_zone ?? zoneOf(tx.tenant, rules, service);
  const now = new Date(tx.tenant.now);
  await send(
    tx,
    tenantQuery.insertInto('classes').values({
      id,
      service_id,
      starts_at: new Date(plan.start),
      ends_at: new Date(plan.end),
      time_zone: zone,
      wall_start: wallText(zone, plan.start),
      location_id: plan.location_id,
      seats: seats ?? service.capacity,
      resource_ids: plan.claims.map((claim) => claim.resource_id),
      notes,
      created_at: now,
      updated_at: now,
    }),
    ...claimSteps(lanes, { class_id: id }),
    recording(tx, classScheduled, { subject_id: id, revision: 1, actor }, { class_id: id }),
  );
  return readClass(tx, id);
}

export interface ClassChange {
  id: string;
  revision: number;
  actor: Actor;
}

/** Changes seats or notes; there are never fewer seats than people. */
export async function changeClass(
  tx: TenantDb,
  { id, revision, actor, seats, notes }: ClassChange & { seats?: number | undefined; notes?: string | undefined },
): Promise<ClassRow> {
  const before = await lockClass(tx, { id, revision, actor });
  if (seats !== undefined && seats < before.seats_taken) {
    throw new Refused('capacity', {
      detail: `${before.seats_taken} places are taken already. Use that many or more.`,
      facts: { seats_taken: before.seats_taken },
    });
  }
  await tx
    .updateTable('classes')
    .set({
      seats: seats ?? before.seats,
      notes: notes ?? before.notes,
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .execute();
  await record(tx, classChanged, { subject_id: id, revision: revision + 1, actor }, { class_id: id });
  return readClass(tx, id);
}

/** Cancels a class with every party in it; each party hears of it like of any cancellation. */
export async function cancelClass(
  tx: TenantDb,
  { id, revision, actor, reason = null }: ClassChange & { reason?: string | null },
): Promise<ClassRow> {
  const before = await lockClass(tx, { id, revision, actor });
  const parties = await partiesOf(tx, id);
  await send(
    tx,
    tenantQuery
      .updateTable('classes')
      .set({ status: 'cancelled', seats_taken: 0, revision: revision + 1, updated_at: new Date(tx.tenant.now) })
      .where('id', '=', id),
    deleteClaims({ column: 'class_id', id }),
    raiseBusy(before.resource_ids.toSorted()),
    recording(tx, classCancelled, { subject_id: id, revision: revision + 1, actor }, { class_id: id, reason }),
  );
  for (const party of parties) {
    const fact = { subject_id: party.id, revision: party.revision + 1, actor };
    await send(
      tx,
      tenantQuery
        .updateTable('appointments')
        .set({
          status: 'cancelled',
          expires_at: null,
          revision: party.revision + 1,
          updated_at: new Date(tx.tenant.now),
        })
        .where('id', '=', party.id),
      dueDropped(tx, { appointment_id: party.id }),
      addChange(tx, {
        appointment_id: party.id,
        revision: party.revision + 1,
        kind: 'cancelled',
        actor,
        reason,
        from: { status: party.status },
        to: { status: 'cancelled' },
      }),
      recording(tx, appointmentCancelled, fact, { appointment_id: party.id, status: 'cancelled', late: false, reason }),
    );
  }
  return readClass(tx, id);
}

export const readClass = async (tx: TenantDb, id: string): Promise<ClassRow> =>
  found((await tx.executeQuery(classById(id).compile())).rows[0]);

export async function lockClass(tx: TenantDb, { id, revision, actor }: ClassChange): Promise<ClassRow> {
  await tx.selectFrom('classes').select('id').where('id', '=', id).forUpdate().execute();
  const row = await readClass(tx, id);
  if (row.revision !== revision) {
    const [current] = await presentClasses(tx, [row], actor);
    throw new Refused('stale_revision', {
      detail: 'Somebody changed this class in the meantime. Look at it and try again.',
      current,
    });
  }
  if (row.status === 'cancelled') throw new Refused('already_ended');
  return row;
}
