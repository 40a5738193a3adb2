import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { changeToken as contract } from '@smooth/contract/tokens/tokens.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import type { Actor } from '../../core/actor.ts';
import { found, Refused } from '../../core/errors.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentToken } from '../present.ts';
import { tokenById, type TokenRow } from '../queries.ts';
import { expiryAfter } from './create.ts';

type Wish = BodyOf<typeof contract> & { actor: Actor; now: Instant };

/** What of a token people may still change. */
export async function changeToken(
  tx: TenantDb,
  before: TokenRow,
  { revision, expires_at, actor, now, ...about }: Wish,
): Promise<TokenRow> {
  const { numUpdatedRows } = await tx
    .updateTable('public.api_tokens')
    .set({
      ...about,
      ...(expires_at !== undefined && { expires_at: expiryAfter(expires_at, now) }),
      revision: sql`revision + 1`,
      updated_at: new Date(now),
    })
    .where('id', '=', before.id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  const [[row]] = await send(tx, tokenById(before.id));
  if (numUpdatedRows === 0n)
    throw new Refused('stale_revision', { current: presentToken(found(row), { actor, now, tenant: tx.tenant }) });
  return found(row);
}

/** Ends a token. Answers null where it had ended before. */
export async function revokeToken(
  tx: TenantDb,
  id: string,
  { actor, now }: { actor: Actor; now: Instant },
): Promise<TokenRow | null> {
  const { numUpdatedRows } = await tx
    .updateTable('public.api_tokens')
    .set({
      revoked_at: new Date(now),
      revoked_by: actor.id,
      revision: sql`revision + 1`,
      updated_at: new Date(now),
    })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return null;
  const [[row]] = await send(tx, tokenById(id));
  return found(row);
}
