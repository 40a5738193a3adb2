import { type Board, type Box, boxOf, HEAD } from './board.ts';
import type { Proposal } from './drag.ts';

/** The elements that show where something would go. They are always there and only moved. */
export interface GhostParts {
  ghost: HTMLElement;
  bubble: HTMLElement;
  when: HTMLElement;
  why: HTMLElement;
  lane: HTMLElement;
  mates: readonly HTMLElement[];
}

export interface GhostWords {
  when: string;
  /** What stands in the way. */
  why: string | null;
  /** What is worth knowing, though it stands in nobody's way. */
  note: string | null;
  color: string;
  name: string;
  /** The other rows that move along. */
  rows: readonly string[];
}

const BUBBLE_PX = 248;

/** Shows a proposal, or nothing; only transforms and texts change. */
export function paint(
  parts: GhostParts,
  {
    board,
    scroller,
    proposal,
    words,
  }: { board: Board; scroller: HTMLElement; proposal: Proposal | null; words: GhostWords | null },
): void {
  // Read before anything is written: a look at the page after a change has all of it laid out.
  const sight = {
    left: scroller.scrollLeft,
    top: scroller.scrollTop,
    right: scroller.scrollLeft + scroller.clientWidth,
  };
  const box = proposal?.row ? boxOf(board, proposal.row, proposal.start, proposal.end) : null;
  const root = parts.ghost.parentElement!;
  root.hidden = !box || !words;
  if (!box || !words) return;
  root.dataset['conflict'] = String(words.why !== null);
  parts.ghost.style.setProperty('--c', words.color);
  parts.ghost.textContent = words.name;
  put(parts.ghost, box, board);
  put(parts.lane, { ...box, x: -board.names, width: board.names + board.axis.width }, board);
  parts.when.textContent = words.when;
  parts.why.textContent = words.why ?? words.note ?? '';
  putBubble(parts.bubble, box, board, sight);
  parts.mates.forEach((mate, index) => {
    const row = words.rows.filter((id) => id !== proposal!.row)[index];
    const place = row === undefined ? null : boxOf(board, row, proposal!.start, proposal!.end);
    mate.hidden = !place;
    if (!place) return;
    mate.style.setProperty('--c', words.color);
    put(mate, place, board);
  });
}

/** Marks the bars that were picked up, wherever they are drawn. */
export function lift(root: HTMLElement, id: string | null): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-lifted]')) delete element.dataset['lifted'];
  if (id === null) return;
  for (const element of root.querySelectorAll<HTMLElement>(
    `[data-bar="${id}"], [data-card="${id}"], [data-off="${id}"]`,
  )) {
    element.dataset['lifted'] = 'true';
  }
}

function put(element: HTMLElement, { x, y, width, height }: Box, { names }: Board): void {
  element.style.transform = `translate(${x + names}px, ${y + HEAD}px)`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

interface Sight {
  left: number;
  right: number;
  top: number;
}

/** Above the ghost, or below it where the header is near; always within sight. */
function putBubble(bubble: HTMLElement, { x, y, height }: Box, { names }: Board, sight: Sight): void {
  const left = Math.min(Math.max(x + names, sight.left + names + 4), sight.right - BUBBLE_PX - 8);
  const isHigh = y - sight.top < 64;
  const top = y + HEAD + (isHigh ? height + 6 : -6);
  bubble.style.transform = `translate(${Math.max(left, sight.left + 4)}px, ${top}px) translateY(${isHigh ? '0' : '-100%'})`;
}
