import type { PoolClient } from 'pg';
import type { CompiledQuery } from 'kysely';
import { run, together } from './kysely.ts';
import type { Database } from './database.ts';

/** In whose name a transaction runs: a database role, and the one schema it finds unnamed tables in. */
export interface Scope {
  database: Database;
  role: string;
  schema: string;
}

const identifier = /^[a-z][a-z0-9_]{0,62}$/;

function opening({ role, schema }: Scope, kind = ''): string {
  if (!identifier.test(role) || !identifier.test(schema))
    throw new Error(`Not a name of the database: ${role}, ${schema}`);
  return `BEGIN${kind}; SET LOCAL ROLE "${role}"; SET LOCAL search_path TO "${schema}"`;
}

/**
 * Runs `work` in one transaction of the scope. BEGIN travels with the first query of `work`, so the scope costs no
 * round trip of its own.
 */
export async function transaction<T>(scope: Scope, work: (client: PoolClient) => Promise<T>, kind = ''): Promise<T> {
  const begin = opening(scope, kind);
  const client = await scope.database.connect(scope.schema);
  let broken = true;
  try {
    const [begun, working] = together(client, () => [client.query(begin), work(client)]);
    begun.catch(() => undefined);
    const result = await working.catch(async (error: unknown) => {
      await begun;
      throw error;
    });
    await begun;
    const ended = await client.query('COMMIT');
    broken = false;
    // A transaction with a failed statement ends in silence with ROLLBACK.
    if (ended.command !== 'COMMIT')
      throw new Error('The transaction was rolled back: one of its statements had failed');
    return result;
  } catch (error) {
    if (broken) broken = await rollBack(client);
    throw error;
  } finally {
    scope.database.release(client, broken);
  }
}

/**
 * One query in a transaction of its own: BEGIN, query and COMMIT in one round trip. A `name` keeps its plan, per schema,
 * for PostgreSQL plans anew whenever the search path differs: for what is asked all the time and is cheaper to run than
 * to plan. Its columns must not depend on `*`, or a migration would break it.
 */
export async function ask<Row>(scope: Scope, query: CompiledQuery<Row>, name?: string): Promise<Row[]> {
  const begin = opening(scope, ' READ ONLY');
  const client = await scope.database.connect(scope.schema);
  let broken = true;
  try {
    const answers = await Promise.allSettled(
      together(
        client,
        () =>
          [client.query(begin), run(client, query, name && `${name}:${scope.schema}`), client.query('COMMIT')] as const,
      ),
    );
    const failed = answers.find((answer) => answer.status === 'rejected');
    broken = answers[2].status === 'rejected';
    if (failed) throw failed.reason;
    return (answers[1] as PromiseFulfilledResult<Row[]>).value;
  } finally {
    scope.database.release(client, broken);
  }
}

/** Whether the connection is lost with it. */
const rollBack = (client: PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => false,
    () => true,
  );
