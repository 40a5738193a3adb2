import { hash } from 'node:crypto';
import { Id, type Page } from '@smooth/contract/core/fields.ts';
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { z } from 'zod';
import { fieldRefusal } from '../errors.ts';

/** What a list can be ordered by: each order by its columns, of which the last tells every row from the others. */
export interface Listing<Order extends string> {
  /** Where a page begins. Refuses a cursor of another list, order or filter. */
  at(query: Asked<Order>): Place;
}

interface Asked<Order extends string> {
  limit: number;
  cursor?: string | undefined;
  order: Order | `-${Order}`;
  [filter: string]: unknown;
}

export interface Place {
  /** The key of the row to go on after; null at the beginning. */
  after: readonly string[] | null;
  /** One more than the limit, in order: the one too many only says that there is more. */
  of<Tables, Table extends keyof Tables, Row>(query: Query<Tables, Table, Row>): Query<Tables, Table, Row & Keyed>;
  page<Row extends Keyed, Item>(rows: readonly Row[], present: (row: Row) => Item): Page<Item>;
}

type Query<Tables, Table extends keyof Tables, Row> = SelectQueryBuilder<Tables, Table, Row>;
export interface Keyed {
  /** A JSON array of texts: only the key of the last row is ever read. */
  sort_key: string;
}

/** How SQL compares a column, how JSON tells its value to the last digit, and what may stand there. */
interface Column {
  value: RawBuilder<unknown>;
  told: RawBuilder<string>;
  type: RawBuilder<unknown>;
  takes: z.ZodType<string>;
}

const column = (value: string, type: string, takes: z.ZodType<string>, told = `(${value})::text`): Column => ({
  value: sql.raw(value),
  told: sql.raw(told),
  type: sql.raw(type),
  takes,
});

export const byId = (value: string): Column => column(value, 'uuid', Id);
/** PostgreSQL knows no text with this character in it. */
export const byText = (value: string): Column => column(value, 'text', z.string().regex(/^[^\0]*$/));
export const byNumber = (value: string): Column => column(value, 'int', z.string().regex(/^-?\d{1,9}$/));
export const byLongNumber = (value: string): Column => column(value, 'bigint', z.string().regex(/^[1-9]\d{0,17}$/));
export const byDate = (value: string): Column => column(value, 'date', z.iso.date().regex(/^[1-3]/));
export const byInstant = (value: string): Column =>
  column(
    value,
    'timestamptz',
    z.iso
      .datetime({ offset: true })
      .max(40)
      .regex(/^[1-3]/),
    value,
  );

export const listing = <Order extends string>(
  name: string,
  orders: Record<Order, readonly Column[]>,
): Listing<Order> => ({
  at({ limit, cursor, order, ...filter }) {
    const isDescending = order.startsWith('-');
    const columns = orders[(isDescending ? order.slice(1) : order) as Order];
    const mark = markOf(name, order, filter);
    const after = cursor === undefined ? null : keyIn(cursor, mark, columns);
    return {
      after,
      of: (query) => ordered(query, { columns, isDescending, after, limit }) as never,
      page(rows, present) {
        const last = rows.length > limit ? rows[limit - 1] : undefined;
        const next_cursor = last === undefined ? null : written([mark, ...(JSON.parse(last.sort_key) as string[])]);
        return { data: rows.slice(0, limit).map(present), next_cursor };
      },
    };
  },
});

interface Cut {
  columns: readonly Column[];
  isDescending: boolean;
  after: readonly string[] | null;
  limit: number;
}

function ordered<Tables, Table extends keyof Tables, Row>(query: Query<Tables, Table, Row>, cut: Cut) {
  const { columns, isDescending, after, limit } = cut;
  const told = sql<string>`json_build_array(${sql.join(columns.map((one) => one.told))})::text`;
  let found = query.select(told.as('sort_key')).limit(limit + 1);
  for (const { value } of columns) found = found.orderBy(value, isDescending ? 'desc' : 'asc');
  if (!after) return found;
  const values = sql.join(columns.map((one) => one.value));
  const key = sql.join(after.map((text, index) => sql`${text}::${columns[index]!.type}`));
  return found.where(isDescending ? sql<boolean>`(${values}) < (${key})` : sql<boolean>`(${values}) > (${key})`);
}

/** The same for the same list, order and filter, whatever the limit and the place in it. */
function markOf(name: string, order: string, filter: Record<string, unknown>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const text = JSON.stringify([name, order, given.sort(([one], [other]) => (one < other ? -1 : 1))]);
  return hash('sha256', text, 'base64url').slice(0, 12);
}

const written = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

function keyIn(cursor: string, mark: string, columns: readonly Column[]): readonly string[] {
  const [given, ...key] = partsIn(cursor);
  if (given === undefined) throw refusal('Use next_cursor of the page before');
  if (given !== mark) throw refusal('Ask with the order and the filters that this cursor was made with');
  const isWhole = key.length === columns.length && columns.every(({ takes }, at) => takes.safeParse(key[at]).success);
  if (!isWhole) throw refusal('Use next_cursor of the page before');
  return key;
}

const refusal = (detail: string) => fieldRefusal('/query/cursor', detail, 'invalid_cursor');

function partsIn(cursor: string): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    return [];
  }
}
