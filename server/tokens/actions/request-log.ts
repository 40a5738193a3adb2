import { MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Core } from '../../core/core.ts';
import { at } from '../../core/db/raw.ts';
import { withoutTokens } from '../../core/http/problem.ts';
import { newId } from '../../core/ids.ts';
import { inGate, type PublicDb } from '../../core/tenant/gate.ts';

const WRITTEN_EVERY_MS = 500;
const MOST_WAITING = 5000;
const MOST_AT_ONCE = 500;
const LONGEST_PATH = 500;
const TOLD_EVERY_MS = MINUTE;

export interface RequestLog {
  /** Takes down a request that was answered; costs it nothing. */
  note(request: FastifyRequest, reply: FastifyReply): void;
  /** Writes what is left. */
  close(): Promise<void>;
}

type Row = ReturnType<typeof rowOf>;

/**
 * What is asked with tokens, and when each was last used. It is written in batches, beside the requests: a process that is
 * killed loses the last half second of it, and one that cannot keep up leaves the oldest out.
 */
export function openRequestLog(core: Pick<Core, 'database' | 'clock' | 'log'>): RequestLog {
  let waiting: Row[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  const used = new Map<string, { at: Instant; ip: string }>();
  const write = () => {
    const rows = waiting.splice(0, MOST_AT_ONCE);
    if (rows.length === 0) return writing;
    const uses = new Map(rows.map((row) => [row.token_id, { at: row.occurred_at.getTime(), ip: row.ip_address }]));
    const due = [...uses].filter(([id, use]) => (used.get(id)?.at ?? -Infinity) + TOLD_EVERY_MS <= use.at);
    if (used.size > MOST_WAITING) used.clear();
    for (const [id, use] of due) used.set(id, use);
    writing = writing
      .then(() => inGate(core.database, (tx) => written(tx, rows, due)))
      .catch((error: unknown) => core.log.warn({ err: error, rows: rows.length }, 'the log of requests has a gap'));
    return writing;
  };
  const timer = setInterval(() => void write(), WRITTEN_EVERY_MS);
  timer.unref();
  return {
    note(request, reply) {
      if (!request.asked) return;
      if (waiting.length >= MOST_WAITING) waiting.shift();
      waiting.push(rowOf(request, reply, core.clock.now()));
    },
    async close() {
      clearInterval(timer);
      while (waiting.length > 0) await write();
      await writing;
      waiting = [];
    },
  };
}

function rowOf(request: FastifyRequest, reply: FastifyReply, now: Instant) {
  const { token_id, tenant_id, version } = request.asked!;
  return {
    id: newId(now),
    tenant_id,
    token_id,
    request_id: request.id,
    occurred_at: new Date(now),
    method: request.method,
    // Somebody may have put their token into the address; nobody shall find it here.
    path: withoutTokens(request.url).slice(0, LONGEST_PATH),
    status: reply.statusCode,
    code: request.refusal,
    duration_ms: Math.round(reply.elapsedTime * 100) / 100,
    ip_address: request.ip,
    version,
  };
}

async function written(tx: PublicDb, rows: Row[], uses: [string, { at: Instant; ip: string }][]): Promise<void> {
  // As one value: hundreds of rows with a parameter for each field would cost more than what they tell about.
  await sql`INSERT INTO public.api_requests
    SELECT * FROM json_populate_recordset(NULL::public.api_requests, ${JSON.stringify(rows)})`.execute(tx);
  for (const [id, use] of uses)
    await tx
      .updateTable('public.api_tokens')
      .set({ last_used_at: new Date(use.at), last_used_ip: use.ip })
      .where('id', '=', id)
      .where(sql<boolean>`coalesce(last_used_at <= ${at(use.at - TOLD_EVERY_MS)}, true)`)
      .execute();
}
