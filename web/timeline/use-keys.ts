import { HOUR, MINUTE } from '@smooth/engine/instant.ts';
import { useTongue } from './tongue.ts';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { snapMinutes } from './axis.ts';
import { type Board, boxOf, HEAD, rowsOf } from './board.ts';
import type { Proposal } from './drag.ts';
import type { GhostWords } from './ghost.ts';
import { entryOf, type Focus, focusAfter, proposalAfter } from './keys.ts';
import type { Bar, Off, Thing } from './model.ts';
import { rowIn } from './stage.ts';
import { nameOf } from './words.ts';

interface Keys {
  board: RefObject<Board>;
  scroller: RefObject<HTMLElement | null>;
  movable(id: string): Thing | null;
  mayDraw: boolean;
  show(proposal: Proposal | null): GhostWords | null;
  say(words: string): void;
  onDrop(proposal: Proposal): void;
  onOpen(bar: Bar): void;
}

/** The keyboard way of everything that a hand can do. */
export function useKeys(keys: Keys) {
  const { board, scroller, onOpen } = keys;
  const [focus, setFocus] = useState<Focus | null>(null);
  const { carried, pickUp, draw, whileCarrying } = useCarrying(keys);
  const go = (next: Focus | null) => {
    if (!next) return;
    setFocus(next);
    const bar = board.current.model.bars.get(next.bar);
    if (bar) reveal(board.current, scroller.current, next.row, bar.start, bar.end);
    focusSoon(scroller.current, next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (carried.current) return whileCarrying(event, carried.current);
    const here = focusOf(event.target);
    const bar = here && board.current.model.bars.get(here.bar);
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const off = offOf(event.target, board.current);
    const thing = bar ?? off?.thing;
    const row = here?.row ?? off?.row;
    if (thing && row && key === 'm') pickUp(thing, row, 'bar');
    else if (thing && row && key === 'r') pickUp(thing, row, 'end');
    else if (key === 'n') draw(row ?? null, thing?.end ?? Math.max(Date.now(), board.current.axis.days[0]!.start));
    else if (here && bar && key === 'Enter') onOpen(bar);
    else if (/^(Arrow|Home$|End$)/.test(key))
      go(here ? focusAfter(rowsOf(board.current), here, key) : entryOf(rowsOf(board.current), Date.now()));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { focus, onKeyDown, pickUp };
}

/** What the keyboard has picked up or draws, until it is dropped or put back. */
function useCarrying({ board, scroller, movable, mayDraw, show, say, onDrop }: Keys) {
  const tongue = useTongue();
  const { text } = tongue.say;
  const carried = useRef<Proposal | null>(null);
  const carry = (proposal: Proposal, opening?: string) => {
    carried.current = proposal;
    if (proposal.row) reveal(board.current, scroller.current, proposal.row, proposal.start, proposal.end);
    const words = show(proposal);
    const who = board.current.model.data.resources.find(({ id }) => id === proposal.row)?.name ?? '';
    say(opening ?? (words ? [words.when, who, words.why ?? words.note].filter(Boolean).join(', ') : ''));
  };
  const pickUp = (thing: Thing, row: string, grip: 'bar' | 'end') => {
    const { id, start, end } = thing;
    if (!movable(id)) return say(text('no_right'));
    const words = text(grip === 'bar' ? 'lifted' : 'stretching', { what: nameOf(thing, tongue) });
    carry({ grip, id, fromRow: row, row, start, end }, words);
  };
  const draw = (wanted: string | null, start: number) => {
    const row = wanted ?? rowsOf(board.current)[0]?.resource.id;
    if (mayDraw && row) carry(drawn(row, start, snapMinutes(board.current.axis.pxPerHour)), text('drawing'));
  };
  const whileCarrying = (event: KeyboardEvent, proposal: Proposal) => {
    const rows = rowsOf(board.current).map(({ resource }) => resource.id);
    const next = proposalAfter(proposal, event, { snapMinutes: snapMinutes(board.current.axis.pxPerHour), rows });
    const isDrop = event.key === 'Enter' || event.key === ' ';
    if (!next && !isDrop && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (next) return carry(next);
    carried.current = null;
    show(null);
    if (isDrop) onDrop(proposal);
    else say(text('put_back'));
  };
  return { carried, pickUp, draw, whileCarrying };
}

/** New time of an hour from the next step on. */
function drawn(row: string, start: number, stepMinutes: number): Proposal {
  const step = stepMinutes * MINUTE;
  const from = Math.ceil(start / step) * step;
  return { grip: 'empty', id: null, fromRow: row, row, start: from, end: from + Math.max(step, HOUR) };
}

/** Time off that has the focus. */
function offOf(target: EventTarget | null, { model }: Board): { thing: Off; row: string } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-off]') : null;
  const row = element && rowIn(element);
  const { off: id, start } = element?.dataset ?? {};
  const thing = model.rows.flatMap(({ offs }) => offs).find((one) => one.id === id && String(one.start) === start);
  return thing && row ? { thing, row } : null;
}

const focusOf = (target: EventTarget | null): Focus | null => {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-bar]') : null;
  const bar = element?.dataset['bar'];
  const row = element && rowIn(element);
  return bar && row ? { bar, row } : null;
};

/** A bar that is only now scrolled into the window is there one frame later. */
function focusSoon(scroller: HTMLElement | null, { bar, row }: Focus, tries = 4): void {
  requestAnimationFrame(() => {
    const element = scroller?.querySelector<HTMLElement>(`[data-row="${row}"] [data-bar="${bar}"]`);
    if (element) element.focus({ preventScroll: true });
    else if (tries > 0) focusSoon(scroller, { bar, row }, tries - 1);
  });
}

/** Scrolls just as far as is needed. */
export function reveal(board: Board, scroller: HTMLElement | null, row: string, start: number, end: number): void {
  const box = boxOf(board, row, start, end);
  if (!box || !scroller) return;
  const [width, height] = [scroller.clientWidth - board.names, scroller.clientHeight - HEAD];
  const left = nearest(scroller.scrollLeft, box.x - 24, box.x + Math.min(box.width, width) + 24, width);
  const top = nearest(scroller.scrollTop, box.y - 40, box.y + box.height + 12, height);
  if (left !== scroller.scrollLeft || top !== scroller.scrollTop) scroller.scrollTo({ left, top });
}

const nearest = (at: number, from: number, until: number, size: number) =>
  from < at ? Math.max(0, from) : until > at + size ? until - size : at;
