import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { changeCustomer as endpoint, createCustomer } from '@smooth/contract/customers/customers.ts';
import { customerEvents } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found, Refused } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { customerPolicy } from '../policy.ts';
import { presentCustomer, presentOwn } from '../present/customer.ts';
import { type CountedCustomer, lockCustomer, readCustomer } from '../queries/customers.ts';

/** Adds a customer; an e-mail that somebody has already is refused as `duplicate`. */
export async function addCustomer(
  tx: TenantDb,
  { email, ...given }: BodyOf<typeof createCustomer>,
  actor: Actor,
): Promise<CountedCustomer> {
  const at = new Date(tx.tenant.now);
  const added = await tx
    .insertInto('customers')
    .values({ id: newId(tx.tenant.now), ...given, email: email?.toLowerCase() ?? null, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('email').where('email', 'is not', null).doNothing())
    .returning(['id', 'revision'])
    .executeTakeFirst();
  if (!added) throw emailTaken();
  await record(tx, customerEvents.created, { subject_id: added.id, revision: added.revision, actor }, { id: added.id });
  return readCustomer(tx, added.id);
}

type Change = BodyOf<typeof endpoint> & { id: string };

export async function changeCustomer(
  tx: TenantDb,
  { id, revision, email, ...given }: Change,
  actor: Actor,
): Promise<CountedCustomer> {
  const row = found(await lockCustomer(tx, id));
  if (given.is_blocked !== undefined && given.is_blocked !== row.is_blocked)
    customerPolicy.demand(actor, 'customer.block', row);
  if (row.revision !== revision) {
    const current = await readCustomer(tx, id);
    const sees = customerPolicy.may(actor, 'customer.read', current);
    demandRevision(current, revision, (state) => (sees ? presentCustomer(state, actor) : presentOwn(state)));
  }
  const set = { ...given, ...(email !== undefined && { email: email?.toLowerCase() ?? null }) };
  if (set.email && (await isTaken(tx, id, set.email))) throw emailTaken();
  await tx
    .updateTable('customers')
    .set({ ...set, revision: revision + 1, updated_at: new Date(tx.tenant.now) })
    .where('id', '=', id)
    .execute();
  await record(tx, customerEvents.changed, { subject_id: id, revision: revision + 1, actor }, { id });
  return readCustomer(tx, id);
}

/** Deletes a customer without appointments; the database itself refuses any other as `in_use`. */
export async function deleteCustomer(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  found(await tx.deleteFrom('customers').where('id', '=', id).returning('id').executeTakeFirst());
  await record(tx, customerEvents.deleted, { subject_id: id, actor }, { id });
}

const isTaken = async (tx: TenantDb, id: string, email: string) =>
  (await tx
    .selectFrom('customers')
    .select('id')
    .where('email', '=', email)
    .where('id', '<>', id)
    .executeTakeFirst()) !== undefined;

const emailTaken = () =>
  new Refused('duplicate', {
    detail: 'Another customer has this e-mail.',
    errors: [{ pointer: '/body/email', code: 'duplicate', detail: 'Another customer has this e-mail' }],
  });
