import { Id, type Page } from '@smooth/contract/core/fields.ts';
import { z } from 'zod';
import { fieldRefusal } from '../errors.ts';

/** Where a page of a list ended: the sort key of its last row, opaque to clients. */
export interface Cursor<Key> {
  /** The key to go on after; null at the beginning. Refuses what was not made here. */
  read(text: string | undefined): Key | null;
  write(key: Key): string;
  /** One page from `limit + 1` rows: the one too many only says that there is more. */
  page<Row, Item>(rows: readonly Row[], cut: Cut<Row, Item, Key>): Page<Item>;
}

interface Cut<Row, Item, Key> {
  limit: number;
  keyOf: (row: Row) => Key;
  present: (row: Row) => Item;
}

/** Of lists by start. */
export const startCursor = cursor(z.object({ start: z.int().min(0).max(253_402_300_799_999), id: Id }));

export function cursor<Schema extends z.ZodType>(schema: Schema): Cursor<z.output<Schema>> {
  const write = (key: z.output<Schema>): string => Buffer.from(JSON.stringify(key)).toString('base64url');
  return {
    write,
    read(text) {
      if (text === undefined) return null;
      const key = schema.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
      if (!key.success) throw fieldRefusal('/query/cursor', 'Use next_cursor of the page before', 'invalid_cursor');
      return key.data;
    },
    page(rows, { limit, keyOf, present }) {
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const next_cursor = last === undefined ? null : write(keyOf(last));
      return { data: shown.map(present), next_cursor };
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
