import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import type { Core } from '../../core/core.ts';
import { at } from '../../core/db/raw.ts';
import { Refused } from '../../core/errors.ts';
import { inGate, type PublicDb } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { newPassToken, passTokenHash } from '../rules/pass-token.ts';

export type PassRow = Selectable<PublicTables['public.passes']>;

export interface NewPass {
  purpose: PassRow['purpose'];
  user_id: string | null;
  tenant_id: string | null;
  mode: Mode;
  now: Instant;
  lastsMs: number;
  detail?: Record<string, unknown>;
}

/** Something that may be used once; answers what opens it, which is kept nowhere. */
export async function issuePass(tx: PublicDb, { now, lastsMs, detail = {}, ...pass }: NewPass): Promise<string> {
  const token = newPassToken(pass.mode);
  const made = { created_at: new Date(now), expires_at: new Date(now + lastsMs), used_at: null };
  const row = { ...pass, token_hash: passTokenHash(token), detail: JSON.stringify(detail), ...made };
  await tx.insertInto('public.passes').values(row).execute();
  return token;
}

export interface Presented {
  purpose: PassRow['purpose'];
  token: string;
  tenant_id: string | null;
  mode: Mode;
  now: Instant;
}

/** Uses a pass up: of many at once, one gets it. */
export async function takePass(tx: PublicDb, presented: Presented): Promise<PassRow> {
  const row = await tx
    .updateTable('public.passes')
    .set({ used_at: new Date(presented.now) })
    .where(isThis(presented))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at(presented.now))
    .returningAll()
    .executeTakeFirst();
  return row ?? refuseUsed(tx, presented);
}

/** Counts one more try at a pass that is not used up yet; refuses beyond the fifth. */
export async function tryPass(tx: PublicDb, presented: Presented): Promise<PassRow> {
  const row = await tx
    .updateTable('public.passes')
    .set({
      detail: sql`jsonb_set(detail, '{tries}', to_jsonb(coalesce((detail->>'tries')::int, 0) + 1))`,
    })
    .where(isThis(presented))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at(presented.now))
    .where(sql<boolean>`coalesce((detail->>'tries')::int, 0) < 5`)
    .returningAll()
    .executeTakeFirst();
  return row ?? refuseUsed(tx, presented);
}

const isThis = ({ purpose, token, tenant_id, mode }: Presented) =>
  sql<boolean>`purpose = ${purpose} AND token_hash = ${passTokenHash(token)} AND mode = ${mode}
    AND tenant_id IS NOT DISTINCT FROM ${tenant_id}::uuid`;

async function refuseUsed(tx: PublicDb, presented: Presented): Promise<never> {
  const known = await tx.selectFrom('public.passes').select('purpose').where(isThis(presented)).executeTakeFirst();
  throw new Refused(known ? 'link_expired' : 'not_found');
}

/** Takes back what somebody could still use, such as older links to a new password. */
export const voidPasses = (tx: PublicDb, userId: string, purpose: PassRow['purpose'], now: Instant) =>
  tx
    .updateTable('public.passes')
    .set({ used_at: new Date(now) })
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();

/** Long after which a link is not even known to have been one; challenges are asked for all day and by everyone. */
const KNOWN_FOR = sql`CASE purpose WHEN 'passkey' THEN interval '1 hour' ELSE interval '90 days' END`;

/** Clears away what opens nothing any more. */
export const clearPasses = ({ database, clock }: Pick<Core, 'database' | 'clock'>) =>
  inGate(database, (tx) =>
    tx
      .deleteFrom('public.passes')
      .where('expires_at', '<', at(clock.now()))
      .where(sql<boolean>`expires_at + ${KNOWN_FOR} < ${at(clock.now())}`)
      .execute(),
  );
