import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import { resourceTypeEvents } from '@smooth/contract/scheduling/events.ts';
import type * as contract from '@smooth/contract/scheduling/resources.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found, Refused } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentResourceType } from '../present/config.ts';
import { lockType, type ResourceTypeRow, usesOfType } from '../queries/resource-types.ts';
import { isOwnType, typeKept } from '../rules/resource-type.ts';

type Change = BodyOf<typeof contract.changeResourceType> & { key: string };

/** Defines a kind of resource. */
export async function addResourceType(
  tx: TenantDb,
  given: BodyOf<typeof contract.createResourceType>,
  actor: Actor,
): Promise<ResourceTypeRow> {
  const row = await tx
    .insertInto('resource_types')
    .values({ ...given, id: newId(tx.tenant.now) })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) return told(tx, resourceTypeEvents.created, row, actor);
  const detail = 'Another type has this key';
  throw new Refused('duplicate', {
    detail: `${detail}.`,
    errors: [{ pointer: '/body/key', code: 'duplicate', detail }],
  });
}

export async function changeResourceType(
  tx: TenantDb,
  { key, revision, name }: Change,
  actor: Actor,
): Promise<ResourceTypeRow> {
  const before = await lockOwn(tx, key);
  demandRevision(before, revision, (row) => presentResourceType(row, actor));
  const row = await tx
    .updateTable('resource_types')
    .set({ name, revision: revision + 1 })
    .where('key', '=', key)
    .returningAll()
    .executeTakeFirstOrThrow();
  return told(tx, resourceTypeEvents.changed, row, actor);
}

/** Deletes a type that no resource is of and no service asks for. */
export async function deleteResourceType(tx: TenantDb, key: string, actor: Actor): Promise<void> {
  const { id } = await lockOwn(tx, key);
  const [[uses]] = await send(tx, usesOfType(key));
  const kept = typeKept(uses!);
  if (kept) throw new Refused('in_use', kept);
  await tx.deleteFrom('resource_types').where('key', '=', key).execute();
  await record(tx, resourceTypeEvents.deleted, { subject_id: id, actor }, { id, key });
}

type Told = typeof resourceTypeEvents.created;

async function told(tx: TenantDb, event: Told, row: ResourceTypeRow, actor: Actor): Promise<ResourceTypeRow> {
  const { id, key, revision } = row;
  await record(tx, event, { subject_id: id, revision, actor }, { id, key });
  return row;
}

async function lockOwn(tx: TenantDb, key: string): Promise<ResourceTypeRow> {
  const row = found(await lockType(tx, key));
  if (isOwnType(row)) return row;
  throw new Refused('in_use', { detail: 'Staff, room and equipment come with every business and stay as they are.' });
}
