import { type CompiledQuery, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { type Compilable, compiler } from './kysely.ts';

const anywhere = compiler<Record<string, never>>();

/** A piece of plain SQL as a query that can be sent like any other. */
export const plain = <Row>(text: RawBuilder<Row>): Compilable<Row> => ({ compile: () => text.compile(anywhere) });

/**
 * The same query with a plan that is kept: for what is asked all the time, is cheaper to run than to plan, and always has
 * the same text. Its columns must not depend on `*`, or a migration would break it.
 */
export const planned = <Row>(query: Compilable<Row>): Compilable<Row> => ({
  compile: () => query.compile(),
  isPlanned: true,
});

/**
 * The same query with its columns as one piece of text, which need not be put together anew for everything that is built on
 * it: of a query with many columns that is most of the work. The last column has a name of its own (`… as x`).
 */
export function settled<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
): SelectQueryBuilder<Tables, Table, Row> {
  const [, columns, last] = /^select (.*) as "(\w+)" from /.exec(query.compile().sql)!;
  return query.clearSelect().select(sql.raw(columns!).as(last!)) as never;
}

interface Merged extends Compilable {
  parts: readonly Compilable[];
}

/**
 * Several writes as one statement, for those that do not look at each other's rows: all see the state before it, and what
 * refers to what is checked at its end. Each statement of its own would cost about as much again as the write.
 */
export function atOnce(...queries: readonly Compilable[]): Merged {
  const parts = queries.flatMap((query) => ('parts' in query ? (query as Merged).parts : [query]));
  return { parts, isPlanned: true, compile: () => merged(parts.map((part) => part.compile())) };
}

function merged(queries: readonly CompiledQuery[]): CompiledQuery {
  const parameters: unknown[] = [];
  const parts = queries.map(({ sql: text, parameters: own }, index) => {
    const before = parameters.length;
    parameters.push(...own);
    return `w${index} AS (${text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + before}`)})`;
  });
  return { ...queries[0]!, sql: `WITH ${parts.join(', ')} SELECT`, parameters };
}

/** An instant as an operand of a comparison. */
export const at = (instant: number): RawBuilder<number> => sql<number>`${new Date(instant)}`;
