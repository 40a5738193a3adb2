import { type MouseEvent, type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { useNow } from '../../app/now.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Empty } from '../../ui/states.tsx';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { instantAt, snap, snapMinutes } from '../axis.ts';
import { type Board as BoardState, HEAD, rowIdAt } from '../board.ts';
import type { GhostParts } from '../ghost.ts';
import { entryOf } from '../keys.ts';
import type { Bar, Model } from '../model.ts';
import { rowsOf } from '../board.ts';
import { texts } from '../texts.ts';
import { mostZoom, type TimelineSearch } from '../timeline-search.ts';
import type { Proposal } from '../drag.ts';
import { nothingOpen, type useActs } from '../use-acts.ts';
import { useAnchor, useBoard } from '../use-board.ts';
import { barIn, type useHints } from '../use-hints.ts';
import { useKeys } from '../use-keys.ts';
import type { useLook } from '../use-look.ts';
import { useLatest } from '../use-latest.ts';
import { useStage } from '../use-stage.ts';
import { useSize } from '../use-window.ts';
import type { MenuSubject } from './bar-menu.tsx';
import { BoardSkeleton } from './board-skeleton.tsx';
import { Calendar } from './calendar.tsx';
import classes from './page.module.css';
import { Tray } from './tray.tsx';

interface Board {
  look: ReturnType<typeof useLook>;
  model: Model | null;
  isLoading: boolean;
  hints: ReturnType<typeof useHints>;
  acts: ReturnType<typeof useActs>;
  /** Filled with the keyboard's way of picking up, for the menu. */
  keys: RefObject<((bar: Bar, row: string, grip: 'bar' | 'end') => void) | null>;
  say: (words: string) => void;
  onOpen: (bar: Bar) => void;
  onMenu: (subject: MenuSubject) => void;
}

const NOTHING: BoardState = {
  axis: { zone: 'UTC', days: [], width: 0, pxPerHour: 1 },
  items: [],
  tops: [0],
  model: { rows: [], bars: new Map(), tray: [], services: new Map(), data: {} as Model['data'] },
  names: 0,
};

/** Tray and calendar under hands, keys and the menu. */
export function Board({ look, model, isLoading, hints, acts, keys, say, onOpen, onMenu }: Board) {
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const ghost = useRef<GhostParts | null>(null);
  const size = useSize(frame);
  const { board, isCells } = useBoard(model, { ...look, size });
  const latest = useLatest(board ?? NOTHING);
  useAnchor(scroller, board?.axis, board?.names ?? 0);

  const isReady = board !== null && size !== null;
  useZoomWheel(scroller, look, isReady);
  const mayMove = (id: string) => barIn(model, id)?.of.can.includes('reschedule') ?? false;
  const mayDraw = look.mayDraw && !isCells;
  const hands = { board: latest, scroller, mayMove, mayDraw };
  const { show } = useStage({
    ...hands,
    isReady,
    root,
    ghost,
    wordsFor: hints.wordsFor,
    onDrop: acts.drop,
    onTap: (held, client) => {
      const bar = barIn(model, held.id);
      if (held.isTouch) {
        if (bar && held.row) onMenu({ on: 'bar', bar, row: held.row, ...client });
        else if (held.row)
          onMenu({ on: 'time', row: held.row, start: snapped(held.start), mayBlock: mayBlock(held.row), ...client });
      } else if (look.search.appointment || look.search.class || look.search.make) look.change(nothingOpen);
    },
  });
  useDrawn(look.search, board, show);
  const keyboard = useKeys({ ...hands, show, say, onDrop: acts.drop, onOpen });
  useImperativeHandle(keys, () => keyboard.pickUp);
  const now = useNow(300_000);
  const entry = useMemo(() => (board ? entryOf(rowsOf(board), now) : null), [board, now]);

  const snapped = (start: number) => snap(start, snapMinutes(latest.current.axis.pxPerHour), latest.current.axis.zone);
  const mayBlock = (id: string) => model?.data.resources.find((one) => one.id === id)?.can.add_time_off ?? false;

  const onClick = ({ target }: MouseEvent) => {
    const element = target as HTMLElement;
    const bar = barIn(model, element.closest<HTMLElement>('[data-bar]')?.dataset['bar'] ?? null);
    const day = element.closest<HTMLElement>('[data-day]')?.dataset['day'];
    if (bar) onOpen(bar);
    else if (day) look.change({ date: day, view: undefined, zoom: undefined });
  };
  const onContextMenu = (event: MouseEvent) => {
    const subject = subjectAt(event);
    if (!subject) return;
    event.preventDefault();
    onMenu(subject);
  };
  const subjectAt = (event: MouseEvent): MenuSubject | null => {
    const element = event.target as HTMLElement;
    const box = element.getBoundingClientRect();
    // From the keyboard the place is that of the bar.
    const at = event.clientX > 0 ? { x: event.clientX, y: event.clientY } : { x: box.left + 12, y: box.bottom };
    const { bar: barId, row: barRow } = element.closest<HTMLElement>('[data-bar]')?.dataset ?? {};
    const bar = barIn(model, barId ?? null);
    if (bar && barRow) return { on: 'bar', bar, row: barRow, ...at };
    const offElement = element.closest<HTMLElement>('[data-off]');
    const off = model?.rows
      .flatMap(({ offs }) => offs)
      .find((one) => one.of.id === offElement?.dataset['off'] && String(one.start) === offElement.dataset['start']);
    if (off) return { on: 'off', off, ...at };
    const area = scroller.current?.getBoundingClientRect();
    if (!area || !mayDraw || !element.closest('[data-canvas]')) return null;
    const x = event.clientX - area.left + scroller.current!.scrollLeft - latest.current.names;
    const row = rowIdAt(latest.current, event.clientY - area.top + scroller.current!.scrollTop - HEAD);
    if (!row || x < 0) return null;
    return { on: 'time', row, start: snapped(instantAt(latest.current.axis, x)), mayBlock: mayBlock(row), ...at };
  };

  return (
    <div
      ref={root}
      className={classes.board}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onKeyDown={keyboard.onKeyDown}
      role="presentation"
    >
      <Tray bars={model?.tray ?? []} format={format} onOpen={onOpen} />
      <div ref={frame} className={classes.frame}>
        {board && size ? (
          <Calendar
            scroller={scroller}
            ghost={ghost}
            axis={board.axis}
            items={board.items}
            tops={board.tops}
            size={size}
            names={board.names}
            coloring={look.coloring}
            isCells={isCells}
            focus={keyboard.focus ?? entry}
            openId={look.search.appointment ?? look.search.class}
            groupName={(key) => groupName(board.model, key)}
          />
        ) : null}
        {isLoading ? <BoardSkeleton /> : null}
        {model && model.rows.length === 0 ? <FirstUse /> : null}
        {model && model.rows.length > 0 && board?.items.length === 0 ? (
          <p className={classes.note}>{texts.nobody}</p>
        ) : null}
      </div>
      <p id="timeline-help" className="unseen">
        {texts.help}
      </p>
    </div>
  );
}

const groupName = ({ data }: Model, key: string) =>
  data.locations.find(({ id }) => id === key)?.name ?? texts.types[key] ?? key;

const FirstUse = () => (
  <div className={classes.first}>
    <Empty icon={<IconCalendarPlus />} title={texts.emptyTitle}>
      {texts.emptyText}
      <br />
      <Button component={Link} to="/resources/new" mt="md">
        {texts.emptyAction}
      </Button>
    </Empty>
  </div>
);

/** What is being made stays marked while its panel is open. */
function useDrawn(
  { make, start, end, with: row }: TimelineSearch,
  board: BoardState | null,
  show: (proposal: Proposal | null) => void,
) {
  useEffect(() => {
    if (!make || !start || !end || !row || !board) return undefined;
    show({ grip: 'empty', id: null, fromRow: row, row, start: Date.parse(start), end: Date.parse(end) });
    return () => show(null);
  }, [make, start, end, row, board, show]);
}

/** Ctrl and the wheel, or two fingers on a touch pad. */
function useZoomWheel(
  scroller: RefObject<HTMLElement | null>,
  { search, change }: ReturnType<typeof useLook>,
  isReady: boolean,
): void {
  const latest = useLatest({ search, change });
  useEffect(() => {
    const element = isReady ? scroller.current : null;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < 40) return;
      const zoom = (latest.current.search.zoom ?? 0) - Math.sign(turned);
      turned = 0;
      if (Math.abs(zoom) <= mostZoom) latest.current.change({ zoom: zoom === 0 ? undefined : zoom });
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [scroller, isReady, latest]);
}
