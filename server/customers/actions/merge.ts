import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { mergeCustomer as endpoint } from '@smooth/contract/customers/merge.ts';
import { customerMerged } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { fieldRefusal, found, Refused } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentCustomer } from '../present/customer.ts';
import { type CountedCustomer, type CustomerRow, readCustomer } from '../queries/customers.ts';
import { accountOf, lockPair, moveBelongings } from '../queries/merge.ts';
import { merged } from '../rules/merge.ts';

type Merge = BodyOf<typeof endpoint> & { id: string };

/** Makes two records of one person one: `into` stays and has what both had. */
export async function mergeCustomer(tx: TenantDb, merge: Merge, actor: Actor): Promise<CountedCustomer> {
  const { id, into } = merge;
  const { from, kept } = pairIn(await lockPair(tx, [id, into]), { id, into, pointer: '/body/into' });
  await demandState(tx, from, merge.revision, actor);
  await demandState(tx, kept, merge.into_revision, actor);
  const [accounts] = await send(tx, accountOf(id));
  const result = demandMergeable(from, kept, accounts.length > 0);
  await moveBelongings(tx, id, into);
  await tx
    .updateTable('customers')
    .set({ ...result, revision: kept.revision + 1, updated_at: new Date(tx.tenant.now) })
    .where('id', '=', into)
    .execute();
  const fact = { subject_id: into, revision: kept.revision + 1, actor };
  await record(tx, customerMerged, fact, { id: into, merged_id: id });
  return readCustomer(tx, into);
}

interface Named {
  id: string;
  into: string;
  /** Where the request names the one who stays. */
  pointer: string;
}

export function pairIn(rows: readonly CustomerRow[], { id, into, pointer }: Named) {
  const from = found(rows.find((row) => row.id === id));
  if (id === into) throw fieldRefusal(pointer, 'Choose another customer than this one');
  const kept = rows.find((row) => row.id === into);
  if (!kept) throw fieldRefusal(pointer, 'There is no such customer', 'unknown');
  return { from, kept };
}

const MOST_NOTES = 5000;
const MOST_TAGS = 20;

/** What the merge leaves, or why it cannot be. The preview asks the same. */
export function demandMergeable(from: CustomerRow, into: CustomerRow, signsIn: boolean) {
  if (signsIn)
    throw new Refused('in_use', {
      detail: `${from.name} signs in with this record. Merge the other one into it instead.`,
      facts: { customer_id: from.id },
    });
  const result = merged(from, into);
  if (result.notes.length > MOST_NOTES || result.tags.length > MOST_TAGS)
    throw new Refused('limit_reached', {
      detail: `Together they have more than ${MOST_NOTES} characters of notes or ${MOST_TAGS} tags. Shorten one first.`,
    });
  return result;
}

async function demandState(tx: TenantDb, row: CustomerRow, revision: number, actor: Actor): Promise<void> {
  if (row.revision === revision) return;
  demandRevision(await readCustomer(tx, row.id), revision, (state) => presentCustomer(state, actor));
}
