import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import { serviceEvents } from '@smooth/contract/scheduling/events.ts';
import type * as contract from '@smooth/contract/scheduling/services.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found, Refused } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { demandNone } from '../../core/field-errors.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import type { StoredLine } from '../../schema/tenant-tables.ts';
import { demandWithin } from '../../tenancy/actions/limits.ts';
import { presentService } from '../present/config.ts';
import { sweepHolds } from '../queries/claims.ts';
import { existingOf, isHeld, lockService, type ServiceRow, wasBooked } from '../queries/services.ts';
import { type ServiceShape, wrongDeciders, wrongReferences, wrongService } from '../rules/service.ts';

type New = BodyOf<typeof contract.createService>;
type Change = BodyOf<typeof contract.changeService> & { id: string };

export async function addService(tx: TenantDb, given: New, actor: Actor): Promise<ServiceRow> {
  await demandSound(tx, given, given);
  if (given.is_active) await demandWithin(tx, 'services');
  const at = new Date(tx.tenant.now);
  const row = await tx
    .insertInto('services')
    .values({ ...given, ...stored(given, []), id: newId(tx.tenant.now), created_at: at, updated_at: at })
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, serviceEvents.created, row, actor);
}

/** Changes a service. Existing appointments keep what they were booked with. */
export async function changeService(
  tx: TenantDb,
  { id, revision, ...given }: Change,
  actor: Actor,
): Promise<ServiceRow> {
  const before = found(await lockService(tx, id));
  demandRevision(before, revision, (row) => presentService(row, tx.tenant.row.currency, actor));
  await demandSound(tx, { ...before, ...given }, given);
  if (given.kind !== undefined && given.kind !== before.kind)
    await demandUnbooked(tx, id, 'It was booked before, so it stays what it is. Add another service instead.');
  if (given.is_active && !before.is_active) await demandWithin(tx, 'services');
  const row = await tx
    .updateTable('services')
    .set({
      ...given,
      ...stored(given, before.requires),
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, serviceEvents.changed, row, actor);
}

export async function deleteService(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  found(await lockService(tx, id));
  await demandUnbooked(tx, id, 'It was booked before. Make it inactive instead.');
  const [, [held]] = await send(tx, sweepHolds(tx.tenant.now), isHeld(id));
  if (held) throw new Refused('in_use', { detail: 'Somebody is booking it right now. Try again in ten minutes.' });
  await tx.deleteFrom('services').where('id', '=', id).execute();
  await recordLife(tx, serviceEvents.deleted, { id }, actor);
}

async function demandSound(tx: TenantDb, service: ServiceShape, given: Partial<ServiceShape>): Promise<void> {
  demandNone(wrongService(service));
  const { requires = [], resource_terms } = given;
  const judgesTerms = service.resource_terms.length > 0 && Boolean(given.requires ?? resource_terms);
  if (requires.length === 0 && !judgesTerms) return;
  const [[existing]] = await send(tx, existingOf(service));
  demandNone(wrongReferences(requires, existing!));
  if (judgesTerms) demandNone(wrongDeciders(service, existing!));
}

async function demandUnbooked(tx: TenantDb, id: string, detail: string): Promise<void> {
  const [[row]] = await send(tx, wasBooked(id));
  if (row!.was_booked) throw new Refused('in_use', { detail });
}

/** Each line gets an id of its own; a line keeps it as long as it keeps its place. */
function stored({ requires, resource_terms, questions }: Partial<New>, before: readonly StoredLine[]) {
  const lines = requires?.map((line, index): StoredLine => ({ id: before[index]?.id ?? newId(), ...line }));
  return {
    requires: lines && JSON.stringify(lines),
    resource_terms: resource_terms && JSON.stringify(resource_terms),
    questions: questions && JSON.stringify(questions),
  };
}
