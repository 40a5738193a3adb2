import { type Board, groundOf, HEAD, rowIdAt } from './board.ts';
import { instantAt } from './axis.ts';
import {
  edgeScroll,
  type Grip,
  type Hand,
  handAfter,
  type HandEvent,
  type Held,
  HOLD_MS,
  isSameProposal,
  nothing,
  type Point,
  type Proposal,
  proposalAt,
} from './drag.ts';
import type { Thing } from './model.ts';

export interface StageOptions {
  /** Holds both the tray and the scroller. */
  root: HTMLElement;
  scroller: HTMLElement;
  board(): Board;
  /** What this person may move; null where it stays. */
  movable(id: string): Thing | null;
  mayDraw(): boolean;
  /** Called once per frame at most, and only when something changed. */
  onPropose(proposal: Proposal | null): void;
  onDrop(proposal: Proposal): void;
  /** Empty time was clicked, or something was held on a touch screen and let go where it was. */
  onTap(held: Held, client: Point): void;
}

const EDGE_PX = 7;
const TOUCH_EDGE_PX = 16;
const NARROWEST_WITH_EDGES = 26;

/** What is under way. */
interface Stage {
  options: StageOptions;
  hand: Hand;
  client: Point;
  last: Proposal | null;
  frame: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  hasDragged: boolean;
}

/** Turns pointers into proposals. Nothing of React runs while a hand moves. */
export function openStage(options: StageOptions): () => void {
  const stage: Stage = {
    options,
    hand: nothing,
    client: { x: 0, y: 0 },
    last: null,
    frame: 0,
    timer: undefined,
    hasDragged: false,
  };
  const { root } = options;
  const abort = new AbortController();
  const on = <K extends keyof DocumentEventMap>(
    target: HTMLElement | Document,
    type: K,
    listener: (stage: Stage, event: DocumentEventMap[K]) => void,
    more: AddEventListenerOptions = {},
  ) => {
    const listening = { ...more, signal: abort.signal };
    target.addEventListener(type, (event) => listener(stage, event as DocumentEventMap[K]), listening);
  };
  on(root, 'pointerdown', pressed);
  on(document, 'pointermove', moved);
  on(document, 'pointerup', released);
  on(document, 'pointercancel', () => tell(stage, { type: 'cancel' }));
  on(document, 'touchmove', ({ hand }, event) => hand.is === 'dragging' && event.preventDefault(), { passive: false });
  // A drag ends in a click of the browser, which means nothing.
  on(root, 'click', ({ hasDragged }, event) => hasDragged && swallow(event), { capture: true });
  on(root, 'contextmenu', ({ hand }, event) => hand.is !== 'empty' && event.preventDefault(), { capture: true });
  on(document, 'keydown', escaped, { capture: true });
  return () => {
    tell(stage, { type: 'cancel' });
    abort.abort();
  };
}

function pressed(stage: Stage, event: PointerEvent): void {
  stage.hasDragged = false;
  if (event.button !== 0 || !event.isPrimary) return;
  stage.client = { x: event.clientX, y: event.clientY };
  const held = heldAt(stage.options, event, canvasPoint(stage));
  if (!held) return;
  tell(stage, { type: 'press', held });
  if (held.isTouch) stage.timer = setTimeout(() => tell(stage, { type: 'hold' }), HOLD_MS);
}

function moved(stage: Stage, event: PointerEvent): void {
  if (stage.hand.is === 'empty') return showEdge(event);
  stage.client = { x: event.clientX, y: event.clientY };
  // While dragging the place is read once per frame, for reading it in between has the page laid out again.
  if (stage.hand.is === 'dragging') schedule(stage);
  else tell(stage, { type: 'move', at: canvasPoint(stage) });
}

function released(stage: Stage, event: PointerEvent): void {
  const { hand, last, options } = stage;
  if (hand.is === 'empty') return;
  const { held } = hand;
  const proposal = hand.is === 'dragging' ? last : null;
  const isTap = hand.is === 'pressed' ? held.grip === 'empty' && !held.isTouch : proposal === null && held.isTouch;
  const hasDragged = hand.is === 'dragging';
  stage.hasDragged = hasDragged;
  tell(stage, { type: 'release' });
  if (proposal && hasMoved(held, proposal)) options.onDrop(proposal);
  else if (isTap || (hasDragged && held.isTouch)) options.onTap(held, { x: event.clientX, y: event.clientY });
}

function escaped(stage: Stage, event: KeyboardEvent): void {
  if (event.key !== 'Escape' || stage.hand.is !== 'dragging') return;
  event.stopPropagation();
  stage.hasDragged = true;
  tell(stage, { type: 'cancel' });
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function tell(stage: Stage, event: HandEvent): void {
  const before = stage.hand;
  const hand = handAfter(before, event);
  const { root, onPropose } = stage.options;
  stage.hand = hand;
  if (before.is !== 'dragging' && hand.is === 'dragging') root.dataset['dragging'] = hand.held.grip;
  if (hand.is === 'dragging') schedule(stage);
  if (hand.is !== 'empty') return;
  clearTimeout(stage.timer);
  cancelAnimationFrame(stage.frame);
  stage.frame = 0;
  delete root.dataset['dragging'];
  if (stage.last) onPropose((stage.last = null));
}

function schedule(stage: Stage): void {
  stage.frame ||= requestAnimationFrame(() => draw(stage));
}

function draw(stage: Stage): void {
  stage.frame = 0;
  const { hand, client, options } = stage;
  if (hand.is !== 'dragging') return;
  const { scroller } = options;
  const box = scroller.getBoundingClientRect();
  const dx = edgeScroll(client.x, box.left + options.board().names, box.right);
  const dy = client.y < box.top && hand.held.grip === 'card' ? 0 : edgeScroll(client.y, box.top + HEAD, box.bottom);
  if (dx !== 0 || dy !== 0) {
    scroller.scrollBy(dx, dy);
    schedule(stage);
  }
  const at = canvasPoint(stage);
  stage.hand = { ...hand, at };
  const proposal = proposalAt(hand.held, at, groundOf(options.board()));
  if (isSameProposal(stage.last, proposal)) return;
  stage.last = proposal;
  options.onPropose(proposal);
}

/** Where the pointer is, in pixels of the whole canvas. */
function canvasPoint({ client, options: { scroller, board } }: Stage): Point {
  const box = scroller.getBoundingClientRect();
  return {
    x: client.x - box.left + scroller.scrollLeft - board().names,
    y: client.y - box.top + scroller.scrollTop - HEAD,
  };
}

const hasMoved = ({ start, end, row, grip }: Held, to: Proposal) =>
  grip === 'empty' || grip === 'card' ? to.row !== null : to.start !== start || to.end !== end || to.row !== row;

/** What lies under a pointer that can be taken. */
function heldAt(options: StageOptions, event: PointerEvent, at: Point): Held | null {
  const target = event.target as Element;
  const board = options.board();
  const isTouch = event.pointerType === 'touch';
  const element = target.closest<HTMLElement>('[data-bar], [data-card], [data-off]');
  const id = element?.dataset['bar'] ?? element?.dataset['card'] ?? element?.dataset['off'];
  if (element && id) {
    const thing = options.movable(id);
    if (!thing) return null;
    const grip = element.dataset['card'] ? 'card' : gripAt(element, event.clientX, isTouch);
    return { grip, id, row: rowIn(element), start: thing.start, end: thing.end, at, isTouch };
  }
  const row = rowIdAt(board, at.y);
  if (!options.mayDraw() || row === null || at.x < 0 || !target.closest('[data-canvas]') || target.closest('button, a'))
    return null;
  if (event.clientY < options.scroller.getBoundingClientRect().top + HEAD || isName(event, options)) return null;
  const start = instantAt(board.axis, at.x);
  return { grip: 'empty', id: null, row, start, end: start, at, isTouch };
}

export const rowIn = (element: Element): string | null =>
  element.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;

const isName = ({ clientX }: PointerEvent, { scroller, board }: StageOptions) =>
  clientX < scroller.getBoundingClientRect().left + board().names;

function gripAt(element: HTMLElement, x: number, isTouch: boolean): Grip {
  const { left, right, width } = element.getBoundingClientRect();
  const edge = isTouch ? TOUCH_EDGE_PX : EDGE_PX;
  if (width < (isTouch ? 3 : 1) * NARROWEST_WITH_EDGES) return 'bar';
  if (x - left < edge) return 'start';
  return right - x < edge ? 'end' : 'bar';
}

/** Says by the cursor what an edge is for, and by a tooltip what has no room in a narrow bar. */
function showEdge(event: PointerEvent): void {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-bar], [data-off]') : null;
  if (!element || event.pointerType === 'touch') return;
  const title = element.dataset['size'] === 'full' ? '' : (element.ariaLabel ?? '');
  if (element.title !== title) element.title = title;
  if ('fixed' in element.dataset) return;
  const grip = gripAt(element, event.clientX, false);
  if (element.dataset['grip'] !== grip) element.dataset['grip'] = grip;
}
