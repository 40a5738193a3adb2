import type { MouseEvent } from 'react';
import { instantAt, snap, snapMinutes } from './axis.ts';
import { type Board, HEAD, rowIdAt } from './board.ts';
import type { MenuSubject } from './components/bar-menu.tsx';
import type { Point } from './drag.ts';
import { isOff, type Thing } from './model.ts';
import { barIn } from './use-hints.ts';

interface Ground {
  board: Board;
  scroller: HTMLElement | null;
  mayDraw: boolean;
}

/** What a menu is asked for on: a bar, time off, or empty time. */
export function subjectAt(event: MouseEvent, { board, scroller, mayDraw }: Ground): MenuSubject | null {
  const element = event.target as HTMLElement;
  const at = placeOf(event, element);
  const bar = barIn(board.model, element.closest<HTMLElement>('[data-bar]')?.dataset['bar'] ?? null);
  const barRow = element.closest<HTMLElement>('[data-row]')?.dataset['row'];
  if (bar && barRow) return subjectOf(bar, barRow, at);
  const { off: offId, start } = element.closest<HTMLElement>('[data-off]')?.dataset ?? {};
  const offs = board.model.rows.flatMap((row) => row.offs);
  const off = offs.find((one) => one.of.id === offId && String(one.start) === start);
  if (off && barRow) return subjectOf(off, barRow, at);
  if (!scroller || !mayDraw || !element.closest('[data-canvas]')) return null;
  const area = scroller.getBoundingClientRect();
  const x = event.clientX - area.left + scroller.scrollLeft - board.names;
  const row = rowIdAt(board, event.clientY - area.top + scroller.scrollTop - HEAD);
  return row && x >= 0 ? timeSubject(board, row, instantAt(board.axis, x), at) : null;
}

export const subjectOf = (thing: Thing, row: string, at: Point): MenuSubject =>
  isOff(thing) ? { on: 'off', off: thing, row, ...at } : { on: 'bar', bar: thing, row, ...at };

/** What is clicked elsewhere in a row. */
export function timeSubject(board: Board, row: string, start: number, at: Point): MenuSubject {
  const { axis, model } = board;
  const resource = model.data.resources.find(({ id }) => id === row);
  const snapped = snap(start, snapMinutes(axis.pxPerHour), axis.zone);
  return { on: 'time', row, start: snapped, mayBlock: resource?.can.add_time_off ?? false, ...at };
}

/** From the keyboard the place is that of the bar. */
function placeOf({ clientX, clientY }: MouseEvent, element: HTMLElement): Point {
  if (clientX > 0) return { x: clientX, y: clientY };
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 12, y: bottom };
}
