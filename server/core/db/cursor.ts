import type { Page } from '@smooth/contract/core/fields.ts';
import type { z } from 'zod';
import { fieldRefusal } from '../errors.ts';

/** Where a page of a list ended: the sort key of its last row, opaque to clients. */
export interface Cursor<Key> {
  /** The key to go on after; null at the beginning. Refuses what was not made by `page`. */
  read(text: string | undefined): Key | null;
  /** One page from `limit + 1` rows: the one too many only says that there is more. */
  page<Row, Item>(rows: readonly Row[], cut: Cut<Row, Item, Key>): Page<Item>;
}

interface Cut<Row, Item, Key> {
  limit: number;
  keyOf: (row: Row) => Key;
  present: (row: Row) => Item;
}

export function cursor<Schema extends z.ZodType>(schema: Schema): Cursor<z.output<Schema>> {
  return {
    read(text) {
      if (text === undefined) return null;
      const key = schema.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
      if (!key.success) throw fieldRefusal('/query/cursor', 'Use next_cursor of the page before', 'invalid_cursor');
      return key.data;
    },
    page(rows, { limit, keyOf, present }) {
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const next_cursor = last === undefined ? null : Buffer.from(JSON.stringify(keyOf(last))).toString('base64url');
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
