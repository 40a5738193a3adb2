import { feedEvents } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { fieldRefusal, found, Refused } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { feedPolicy } from '../policy/feeds.ts';
import { feedById, type FeedRow, feedsLike } from '../queries/feeds.ts';
import { hasResource } from '../queries/resources.ts';
import { feedTokenHash, newFeedToken } from '../rules/feed-token.ts';

const MOST_PER_SUBJECT = 20;

/** Makes a calendar address; its secret is answered here and never again. */
export async function createFeed(
  tx: TenantDb,
  { resource_id = null, actor }: { resource_id?: string | null | undefined; actor: Actor },
): Promise<{ row: FeedRow; token: string }> {
  if (resource_id !== null && !(await hasResource(tx, resource_id)))
    throw fieldRefusal('/body/resource_id', 'There is no such resource', 'unknown');
  const subject = { resource_id, user_id: resource_id === null ? actor.id : null };
  feedPolicy.demand(actor, 'feed.create', subject);
  const [same] = await send(tx, feedsLike(subject));
  if (same.length >= MOST_PER_SUBJECT)
    throw new Refused('limit_reached', {
      detail: `There are ${MOST_PER_SUBJECT} addresses already. Revoke one first.`,
    });
  const id = newId(tx.tenant.now);
  const token = newFeedToken(tx.tenant.mode);
  await tx
    .insertInto('feeds')
    .values({
      id,
      kind: resource_id === null ? 'person' : 'resource',
      ...subject,
      token_hash: feedTokenHash(token),
      created_by: actor.id!,
      created_at: new Date(tx.tenant.now),
    })
    .execute();
  await recordLife(tx, feedEvents.created, { id }, actor);
  const [rows] = await send(tx, feedById(id));
  return { row: rows[0]!, token };
}

/** Closes an address; whoever reads it from now on finds nothing. */
export async function revokeFeed(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  const [rows] = await send(tx, feedById(id));
  feedPolicy.demand(actor, 'feed.revoke', found(rows[0]));
  await tx
    .updateTable('feeds')
    .set({ revoked_at: new Date(tx.tenant.now) })
    .where('id', '=', id)
    .execute();
  await recordLife(tx, feedEvents.deleted, { id }, actor);
}
