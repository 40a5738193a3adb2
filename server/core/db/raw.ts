import { type RawBuilder, sql } from 'kysely';
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

/** An instant as an operand of a comparison. */
export const at = (instant: number): RawBuilder<number> => sql<number>`${new Date(instant)}`;
