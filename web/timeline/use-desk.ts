import { useRef, useState } from 'react';
import type { MenuSubject } from './components/bar-menu.tsx';
import { makeAt } from './make.ts';
import type { Bar, Off, Thing } from './model.ts';
import { nothingOpen, useActs } from './use-acts.ts';
import { useModel, useTimeline } from './use-board.ts';
import type { PickUp } from './use-hands.ts';
import { useHints } from './use-hints.ts';
import { useLook } from './use-look.ts';
import { useMoved } from './use-moves.tsx';

/** Everything that the parts of the calendar share: what is seen, what is known of it, and what can be done with it. */
export function useDesk() {
  const look = useLook();
  const { search, change, date, view, coloring } = look;
  const live = useRef<HTMLDivElement>(null);
  const say = (words: string) => {
    if (live.current) live.current.textContent = words;
  };
  const timeline = useTimeline(search, date, view);
  const moves = useMoved();
  const model = useModel(timeline.data, moves.moved);
  const acts = useActs({ model, moves, change, say });
  const hints = useHints(model, coloring);
  const [menu, setMenu] = useState<MenuSubject | null>(null);
  const [moving, setMoving] = useState<Thing | null>(null);
  const keys = useRef<PickUp | null>(null);
  const open = ({ id, of }: Bar) =>
    change({ ...nothingOpen, ...(of.kind === 'class' ? { class: id } : { appointment: id }) });
  const openOff = ({ id }: Off) => change({ ...nothingOpen, block: id });
  const make = (kind: 'appointment' | 'block', row: string | undefined, start: number) =>
    change({ ...nothingOpen, ...makeAt(kind, row, start) });
  return { look, live, say, timeline, model, acts, hints, menu, setMenu, moving, setMoving, keys, open, openOff, make };
}

export type Desk = ReturnType<typeof useDesk>;
