import { MINUTE } from '@smooth/engine/instant.ts';
import type { Instant, Zone } from '@smooth/engine/types.ts';
import { type Axis, instantAt, snap, xOf } from './axis.ts';

/** What a hand holds: a whole bar, one of its edges, a card of the tray, or empty time. */
export type Grip = 'bar' | 'start' | 'end' | 'card' | 'empty';

export interface Point {
  x: number;
  y: number;
}

export interface Held {
  grip: Grip;
  /** The bar or card; null on empty time. */
  id: string | null;
  /** The row it was taken from; null in the tray. */
  row: string | null;
  start: Instant;
  end: Instant;
  /** Where it was taken, in pixels of the whole canvas. */
  at: Point;
  isTouch: boolean;
}

export type Hand =
  | { is: 'empty' }
  /** Down, but it may still be a click, or on a touch screen a scroll. */
  | { is: 'pressed'; held: Held }
  | { is: 'dragging'; held: Held; at: Point };

export type HandEvent =
  | { type: 'press'; held: Held }
  | { type: 'move'; at: Point }
  /** A finger stayed where it was. */
  | { type: 'hold' }
  | { type: 'release' }
  | { type: 'cancel' };

export const nothing: Hand = { is: 'empty' };
const SLACK_PX = 4;
const TOUCH_SLACK_PX = 10;
export const HOLD_MS = 350;

/** The life of a drag. A mouse drags as soon as it moves; a finger has to stay first, for else it scrolls. */
export function handAfter(hand: Hand, event: HandEvent): Hand {
  if (event.type === 'press') return { is: 'pressed', held: event.held };
  if (hand.is === 'empty' || event.type === 'release' || event.type === 'cancel') return nothing;
  if (event.type === 'hold')
    return hand.is === 'pressed' ? { is: 'dragging', held: hand.held, at: hand.held.at } : hand;
  if (hand.is === 'dragging') return { ...hand, at: event.at };
  const { held } = hand;
  const way = Math.hypot(event.at.x - held.at.x, event.at.y - held.at.y);
  if (held.isTouch) return way > TOUCH_SLACK_PX ? nothing : hand;
  return way > SLACK_PX ? { is: 'dragging', held, at: event.at } : hand;
}

/** Where it would be dropped. */
export interface Proposal {
  grip: Grip;
  id: string | null;
  fromRow: string | null;
  row: string | null;
  start: Instant;
  end: Instant;
}

export interface Ground {
  axis: Axis;
  zone: Zone;
  snapMinutes: number;
  /** The row at a height; null above and below all rows. */
  rowAt(y: number): string | null;
}

/** The time and row under the hand, snapped. An edge stays in its row and never passes the other one. */
export function proposalAt(held: Held, at: Point, ground: Ground): Proposal {
  const { grip, id, row: fromRow } = held;
  const step = ground.snapMinutes * MINUTE;
  const under = (instant: Instant) => snap(instant, ground.snapMinutes, ground.zone);
  const pointed = under(instantAt(ground.axis, at.x));
  if (grip === 'start')
    return { grip, id, fromRow, row: fromRow, start: Math.min(pointed, held.end - step), end: held.end };
  if (grip === 'end')
    return { grip, id, fromRow, row: fromRow, start: held.start, end: Math.max(pointed, held.start + step) };
  if (grip === 'empty') {
    const [one, other] = [under(held.start), pointed];
    const start = Math.min(one, other);
    return { grip, id, fromRow, row: fromRow, start, end: Math.max(one, other, start + step) };
  }
  const moved = grip === 'card' ? at.x : xOf(ground.axis, held.start) + at.x - held.at.x;
  const start = under(instantAt(ground.axis, moved));
  return { grip, id, fromRow, row: ground.rowAt(at.y) ?? fromRow, start, end: start + held.end - held.start };
}

export const isSameProposal = (a: Proposal | null, b: Proposal | null): boolean =>
  a === b || (a !== null && b !== null && a.row === b.row && a.start === b.start && a.end === b.end && a.id === b.id);

/** How far to scroll in this frame when the hand is near an edge: faster the nearer it is. */
export function edgeScroll(at: number, from: number, until: number, most = 18): number {
  const EDGE_PX = 44;
  if (at < from + EDGE_PX) return -Math.ceil(Math.min(1, (from + EDGE_PX - at) / EDGE_PX) * most);
  if (at > until - EDGE_PX) return Math.ceil(Math.min(1, (at - until + EDGE_PX) / EDGE_PX) * most);
  return 0;
}
