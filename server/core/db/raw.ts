import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { compiler } from './kysely.ts';

const anywhere = compiler<Record<string, never>>();

/** A piece of plain SQL as a query that can be sent like any other. */
export const plain = <Row>(text: RawBuilder<Row>): { compile(): CompiledQuery<Row> } => ({
  compile: () => text.compile(anywhere),
});

/** The same for what is asked all the time: its plan is kept, see `ask`. */
export const planned = <Row>(name: string, text: RawBuilder<Row>) => ({ name, ...plain(text) });

/** An instant as an operand of a comparison. */
export const at = (instant: number): RawBuilder<number> => sql<number>`${new Date(instant)}`;
