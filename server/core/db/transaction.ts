import type { PoolClient } from 'pg';
import { type Compilable, run } from './kysely.ts';
import type { Database } from './database.ts';

/** In whose name a transaction runs: a database role, and the one schema it finds unnamed tables in. */
export interface Scope {
  database: Database;
  role: string;
  schema: string;
}

/** For writes, whose statements are planned once: PostgreSQL would plan each `= ANY` anew, hoping for a better plan. */
const PLANNED = '; SET LOCAL plan_cache_mode TO force_generic_plan';

const identifier = /^[a-z][a-z0-9_]{0,62}$/;

function opening({ role, schema }: Scope, kind = ''): string {
  if (!identifier.test(role) || !identifier.test(schema))
    throw new Error(`Not a name of the database: ${role}, ${schema}`);
  return `BEGIN${kind}; SET LOCAL ROLE "${role}"; SET LOCAL search_path TO "${schema}"`;
}

/** What was sent and is waited for at the end of the transaction only. */
export type Ahead = Promise<unknown>[];

/**
 * Runs `work` in one transaction of the scope. BEGIN travels with the first query of `work`, so the scope costs no
 * round trip of its own; COMMIT travels with what `work` sent ahead.
 */
export async function transaction<T>(
  scope: Scope,
  work: (client: PoolClient, ahead: Ahead) => Promise<T>,
  kind = '',
): Promise<T> {
  const begin = opening(scope, kind) + (kind === '' ? PLANNED : '');
  const client = await scope.database.connect(scope.schema);
  const ahead: Ahead = [];
  let broken = true;
  try {
    const begun = client.query(begin);
    const working = work(client, ahead);
    ahead.unshift(begun);
    begun.catch(() => undefined);
    const result = await working.catch(async (error: unknown) => {
      // A statement that failed makes all later ones fail: what it said is the reason.
      await Promise.all(ahead);
      throw error;
    });
    const [ended, ...earlier] = await Promise.allSettled([client.query('COMMIT'), ...ahead]);
    if (ended.status === 'rejected') throw ended.reason;
    broken = false;
    for (const one of earlier) if (one.status === 'rejected') throw one.reason;
    // A transaction with a failed statement ends in silence with ROLLBACK.
    if (ended.value.command !== 'COMMIT')
      throw new Error('The transaction was rolled back: one of its statements had failed');
    return result;
  } catch (error) {
    if (broken) broken = await rollBack(client);
    throw error;
  } finally {
    scope.database.release(client, broken);
  }
}

/** One query in a transaction of its own: BEGIN, query and COMMIT in one round trip. */
export async function ask<Row>(scope: Scope, query: Compilable<Row>): Promise<Row[]> {
  const { database, schema } = scope;
  // What is planned is quick, and needs no connection to itself.
  if (query.isPlanned) return database.read(schema, async (client) => rowsIn(await askOn(client, scope, query)));
  const client = await database.connect(schema);
  let broken = true;
  try {
    const answers = await askOn(client, scope, query);
    broken = answers[2].status === 'rejected';
    return rowsIn(answers);
  } finally {
    database.release(client, broken);
  }
}

function askOn<Row>(client: PoolClient, scope: Scope, query: Compilable<Row>) {
  const begin = opening(scope, ' READ ONLY');
  return Promise.allSettled([client.query(begin), run(client, query, scope.schema), client.query('COMMIT')] as const);
}

function rowsIn<Row>(answers: Awaited<ReturnType<typeof askOn<Row>>>): Row[] {
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return (answers[1] as PromiseFulfilledResult<Row[]>).value;
}

/** Whether the connection is lost with it. */
const rollBack = (client: PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => false,
    () => true,
  );
