import type { LocalDate } from '@smooth/engine/types.ts';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useToday } from '../app/format-context.tsx';
import { useTongue } from './tongue.ts';
import { timelineQuery } from './api.ts';
import { type Axis, axisOf, bandOf, datesOf, instantAt, type View, wholeDay, xOf } from './axis.ts';
import type { Board } from './board.ts';
import { type Model, modelOf, type Moved, type Row } from './model.ts';
import { filtered, grouped, heightOf } from './rows.ts';
import { offsets } from './stack.ts';
import { listed, type TimelineSearch } from './timeline-search.ts';
import type { Size } from './use-window.ts';

const NAMES_PX = 208;
const NAMES_PHONE_PX = 116;
const PHONE_PX = 640;
const ZOOM_STEP = 1.35;
/** The least an hour may take, so that a bar can be hit. */
const LEAST_PX: Record<View, number> = { day: 72, week: 8, month: 2.6 };
/** Below this a day is a cell with a count. */
const CELL_PX = 72;

export function useTimeline(search: TimelineSearch, date: LocalDate, view: View) {
  const { from, to } = datesOf(view, date);
  return useQuery(timelineQuery(from, to, search.cancelled === 'shown'));
}

/** Everything that is on the screen, computed from the answer, the address and the size of the window. */
export function useBoard(
  model: Model | null,
  { search, date, view, size }: { search: TimelineSearch; date: LocalDate; view: View; size: Size | null },
) {
  const { zone } = useTongue();
  const { types: typesText, location, only, group = 'type', hours, zoom = 0 } = search;
  const rows = useMemo(
    () => (model ? filtered(model.rows, { types: listed(typesText), location, resources: listed(only) }) : []),
    [model, typesText, location, only],
  );
  const items = useMemo(() => grouped(rows, group), [rows, group]);
  const band = useBand(rows, hours === 'all', zone);
  const names = size && size.width < PHONE_PX ? NAMES_PHONE_PX : NAMES_PX;
  const width = size ? size.width - names : 1000;
  const axis = useMemo(() => {
    const dates = datesOf(view, date);
    const pixels = (pxPerHour: number) =>
      axisOf(dates, { zone, band: { from: band.from, until: band.until }, pxPerHour });
    const fit = Math.floor((width / pixels(1).width) * 1000) / 1000;
    return pixels(Math.max(LEAST_PX[view], fit) * ZOOM_STEP ** zoom);
  }, [view, date, zone, band.from, band.until, width, zoom]);
  const isCells = view === 'month' && axis.days[0]!.width < CELL_PX;
  const tops = useMemo(() => offsets(items.map((item) => heightOf(item, isCells))), [items, isCells]);
  const board: Board | null = useMemo(
    () => (model ? { axis, items, tops, model, names } : null),
    [axis, items, tops, model, names],
  );
  return { board, isCells };
}

function useBand(rows: ReturnType<typeof filtered>, isWhole: boolean, zone: string) {
  return useMemo(() => {
    if (isWhole) return wholeDay;
    const pairs: number[] = [];
    for (const { open, bars } of rows) {
      pairs.push(...open);
      for (const { bar } of bars) pairs.push(bar.start, bar.end);
    }
    return bandOf(pairs, zone);
  }, [rows, isWhole, zone]);
}

/** The model of the answer, with what was moved and is not confirmed yet. */
export function useModel(data: Parameters<typeof modelOf>[0] | undefined, moved: ReadonlyMap<string, Moved>) {
  const [known] = useState(() => new Map<string, Row>());
  return useMemo(() => (data ? modelOf(data, moved, known) : null), [data, moved, known]);
}

/** Zooming keeps the middle where it is; other dates begin at the present, or else at their beginning. */
export function useAnchor(scroller: RefObject<HTMLElement | null>, axis: Axis | undefined, names: number): void {
  const last = useRef<Axis | undefined>(undefined);
  const today = useToday();
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = last.current;
    if (!element || !axis || before === axis) return;
    last.current = axis;
    const half = (element.clientWidth - names) / 2;
    const isSame = before && before.days[0]!.on === axis.days[0]!.on && before.days.length === axis.days.length;
    const middle = isSame ? instantAt(before, element.scrollLeft + half) : Date.now();
    const isShown = isSame || axis.days.some(({ on }) => on === today);
    element.scrollTo({ left: isShown ? xOf(axis, middle) - half : 0 });
  }, [scroller, axis, names, today]);
}
