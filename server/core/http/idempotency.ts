import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import { Refused } from '../errors.ts';
import { plain, planned } from '../db/raw.ts';
import { send, sendAhead, type TenantDb } from '../tenant/tenant.ts';

export interface Answer {
  status: number;
  body: string | Buffer | null;
}

export interface IdempotencyKey {
  owner: string;
  key: string;
  hash: Buffer;
}

/** The key a client sent with a POST, bound to who asks and to what they ask. */
export function keyOf(request: FastifyRequest, actor: Actor): IdempotencyKey | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST') return null;
  if (Array.isArray(key) || key.length === 0 || key.length > 255) {
    throw new Refused('malformed_request', {
      detail: 'The header Idempotency-Key takes 1 to 255 characters.',
      errors: [{ pointer: '/headers/idempotency-key', code: 'too_big', detail: 'Use 1 to 255 characters' }],
    });
  }
  const hash = createHash('sha256')
    .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  return { owner: actor.token?.id ?? actor.id ?? 'public', key, hash };
}

/** Ends a transaction whose work was done before: it is rolled back, and the first answer is given again. */
export class AnsweredBefore extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('This key was answered before');
    this.answer = answer;
  }
}

/**
 * Does the work of a key once. The key goes out with the first questions of the work, which so costs no round trip more.
 * A twin that runs at the same time waits at the key for the first one's transaction; if that one is refused, nothing is
 * stored and the twin is judged afresh.
 */
export async function once(tx: TenantDb, key: IdempotencyKey, work: () => Promise<Answer>): Promise<Answer> {
  const [keyed, worked] = await Promise.allSettled([takeKey(tx, key), work()]);
  // Whether the key is new comes first: what the work of a twin says is of no use.
  if (keyed.status === 'rejected') throw keyed.reason;
  if (keyed.value) throw new AnsweredBefore(keyed.value);
  if (worked.status === 'rejected') throw worked.reason;
  return worked.value;
}

async function takeKey(tx: TenantDb, { owner, key, hash }: IdempotencyKey): Promise<Answer | null> {
  const at = new Date(tx.tenant.now);
  const [[inserted]] = await send(
    tx,
    planned(
      plain(sql<{ owner: string }>`INSERT INTO idempotency_keys (owner, key, request_hash, status, created_at)
        VALUES (${owner}, ${key}, ${hash}, 0, ${at}) ON CONFLICT DO NOTHING RETURNING owner`),
    ),
  );
  if (inserted) return null;
  const earlier = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'answer'])
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!earlier) throw new Refused('request_in_progress');
  if (!earlier.request_hash.equals(hash)) throw new Refused('idempotency_key_reused');
  return { status: earlier.status, body: earlier.answer };
}

/** Written with the commit. */
export const rememberAnswer = (tx: TenantDb, { owner, key }: IdempotencyKey, { status, body }: Answer): void =>
  sendAhead(
    tx,
    planned(
      plain(
        sql`UPDATE idempotency_keys SET status = ${status}, answer = ${body?.toString() ?? null} WHERE owner = ${owner} AND key = ${key}`,
      ),
    ),
  );
