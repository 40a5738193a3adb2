import type { Instant } from '@smooth/engine/types.ts';
import { type Axis, snapMinutes, xOf } from './axis.ts';
import type { Ground } from './drag.ts';
import type { Item, Model, Row } from './model.ts';
import { LANE, ROW_EDGE } from './rows.ts';
import { rowAt } from './stack.ts';

/** Height of the two-level header. */
export const HEAD = 52;

/** All that is on the screen at the moment, for hands and keys. Pixels count from the corner below the header. */
export interface Board {
  axis: Axis;
  items: readonly Item[];
  tops: readonly number[];
  model: Model;
  /** Width of the column of names. */
  names: number;
}

export const rowsOf = ({ items }: Board): Row[] => items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));

export const groundOf = (board: Board): Ground => ({
  axis: board.axis,
  zone: board.axis.zone,
  snapMinutes: snapMinutes(board.axis.pxPerHour),
  rowAt: (y) => rowIdAt(board, y),
});

export function rowIdAt({ items, tops }: Board, y: number): string | null {
  if (items.length === 0 || y < 0 || y >= tops.at(-1)!) return null;
  const item = items[rowAt(tops, y)];
  return item?.kind === 'row' ? item.row.resource.id : null;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a stretch of time lies in a row; null while the row is filtered away. */
export function boxOf({ axis, items, tops }: Board, row: string, start: Instant, end: Instant, lane = 0): Box | null {
  const index = items.findIndex((item) => item.kind === 'row' && item.row.resource.id === row);
  if (index === -1) return null;
  const x = xOf(axis, start);
  return {
    x,
    y: tops[index]! + ROW_EDGE + lane * LANE,
    width: Math.max(xOf(axis, end) - x, 3),
    height: LANE - 4,
  };
}
