import { parseInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { createToken as contract } from '@smooth/contract/tokens/tokens.ts';
import type { Actor } from '../../core/actor.ts';
import { fieldRefusal, found, Refused } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { lockTokens, openTokens, type TokenRow, tokenById } from '../queries.ts';
import { hashOfSecret, hintOf, newSecret } from '../rules/secret.ts';
import { demandInPlan } from '../../tenancy/rules/in-plan.ts';

export const MOST_OPEN_TOKENS = 100;

type Wish = BodyOf<typeof contract> & { actor: Actor; now: Instant };

/** Makes a token. The secret is in the answer; of a live one it is kept nowhere. */
export async function createToken(
  tx: TenantDb,
  { actor, now, mode, expires_at, ...about }: Wish,
): Promise<{ row: TokenRow; secret: string }> {
  const { row: business, id: tenant_id } = tx.tenant;
  if (mode === 'sandbox' && !business.sandbox_enabled) throw new Refused('sandbox_disabled');
  demandInPlan(business.entitlements, 'public_api');
  await refuseOneMore(tx);
  const id = newId(now);
  const secret = newSecret(mode);
  await tx
    .insertInto('public.api_tokens')
    .values({
      id,
      tenant_id,
      mode,
      ...about,
      hash: hashOfSecret(secret),
      plaintext: mode === 'sandbox' ? secret : null,
      hint: hintOf(secret),
      expires_at: expiryAfter(expires_at, now),
      created_by: actor.id!,
      created_at: new Date(now),
      updated_at: new Date(now),
    })
    .execute();
  const [[row]] = await send(tx, tokenById(id));
  return { row: found(row), secret };
}

/** When a token runs out, which cannot have been already. */
export function expiryAfter(text: string | null, now: Instant): Date | null {
  if (text === null) return null;
  const expires = parseInstant(text)!;
  if (expires <= now) throw fieldRefusal('/body/expires_at', 'Choose a time in the future, or none');
  return new Date(expires);
}

async function refuseOneMore(tx: TenantDb): Promise<void> {
  const [, [open]] = await send(tx, lockTokens(tx), openTokens());
  if (open!.count < MOST_OPEN_TOKENS) return;
  throw new Refused('limit_reached', {
    detail: `A business may have ${MOST_OPEN_TOKENS} tokens. Revoke one that is not used any more.`,
    facts: { allowed: MOST_OPEN_TOKENS, used: open!.count },
  });
}
