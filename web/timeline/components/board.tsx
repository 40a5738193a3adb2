import { type MouseEvent, type RefObject, useMemo, useRef } from 'react';
import { type Tongue, useTongue } from '../tongue.ts';
import { typeName } from '../words.ts';
import { useNow } from '../../app/now.ts';
import { type Board as BoardState, rowsOf } from '../board.ts';
import type { GhostParts } from '../ghost.ts';
import { entryOf } from '../keys.ts';
import { subjectAt } from '../menu-subject.ts';
import type { Bar, Model } from '../model.ts';
import { nothingOpen, type useActs } from '../use-acts.ts';
import { useAnchor, useBoard } from '../use-board.ts';
import { type PickUp, useHands } from '../use-hands.ts';
import { barIn, type useHints } from '../use-hints.ts';
import type { useLook } from '../use-look.ts';
import { useSize } from '../use-window.ts';
import { useZoomWheel } from '../use-zoom-wheel.ts';
import type { MenuSubject } from './bar-menu.tsx';
import { BoardNotes } from './board-notes.tsx';
import { Calendar } from './calendar.tsx';
import classes from './page.module.css';
import { Tray } from './tray.tsx';

interface Board {
  look: ReturnType<typeof useLook>;
  model: Model | null;
  isLoading: boolean;
  hints: ReturnType<typeof useHints>;
  acts: ReturnType<typeof useActs>;
  keys: RefObject<PickUp | null>;
  say: (words: string) => void;
  onOpen: (bar: Bar) => void;
  onMenu: (subject: MenuSubject) => void;
}

const NOTHING: BoardState = {
  axis: { zone: 'UTC', days: [], width: 0, pxPerHour: 1 },
  items: [],
  tops: [0],
  model: {
    rows: [],
    bars: new Map(),
    offs: new Map(),
    tray: [],
    services: new Map(),
    data: { resources: [] } as unknown as Model['data'],
  },
  names: 0,
};

/** Tray and calendar under hands, keys and the menu. */
export function Board({ model, isLoading, ...hands }: Board) {
  const { look, onOpen, onMenu } = hands;
  const format = useTongue();
  const root = useRef<HTMLDivElement>(null);
  const ghost = useRef<GhostParts | null>(null);
  const { frame, scroller, size, board, isCells, entry } = useFramed(model, look);
  const mayDraw = look.mayDraw && !isCells;
  const { keyboard, latest } = useHands(hands, { root, scroller, ghost, board, nothing: NOTHING, mayDraw });
  const onContextMenu = (event: MouseEvent) => {
    const subject = subjectAt(event, { board: latest.current, scroller: scroller.current, mayDraw });
    if (!subject) return;
    event.preventDefault();
    onMenu(subject);
  };
  return (
    <div
      ref={root}
      className={classes.board}
      onClick={(event) => clicked(event, model, { onOpen, change: look.change })}
      onContextMenu={onContextMenu}
      onKeyDown={keyboard.onKeyDown}
      role="presentation"
    >
      <Tray bars={model?.tray ?? []} format={format} onOpen={onOpen} />
      <div ref={frame} className={classes.frame}>
        {board ? (
          <Calendar
            {...board}
            scroller={scroller}
            ghost={ghost}
            size={size}
            coloring={look.coloring}
            isCells={isCells}
            focus={keyboard.focus ?? entry}
            openId={look.search.appointment ?? look.search.class ?? look.search.block}
            groupName={(key) => groupName(board.model, key, format)}
          />
        ) : null}
        <BoardNotes model={model} shown={board?.items.length ?? 1} isLoading={isLoading} />
      </div>
      <p id="timeline-help" className="unseen">
        {format.say.text('help')}
      </p>
    </div>
  );
}

/** The board as high and wide as its frame, and what is reached in it by Tab. */
function useFramed(model: Model | null, look: Board['look']) {
  const scroller = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { board: made, isCells } = useBoard(model, { ...look, size });
  const board = size ? made : null;
  useAnchor(scroller, board?.axis, board?.names ?? 0);
  useZoomWheel(scroller, look, board !== null);
  const now = useNow(300_000);
  const entry = useMemo(() => (board ? entryOf(rowsOf(board), now) : null), [board, now]);
  return { frame, scroller, size, board, isCells, entry };
}

function clicked(
  { target }: MouseEvent,
  model: Model | null,
  { onOpen, change }: Pick<Board, 'onOpen'> & { change: Board['look']['change'] },
): void {
  const element = target as HTMLElement;
  const bar = barIn(model, element.closest<HTMLElement>('[data-bar]')?.dataset['bar'] ?? null);
  const day = element.closest<HTMLElement>('[data-day]')?.dataset['day'];
  const off = element.closest<HTMLElement>('[data-off]')?.dataset['off'];
  if (bar) onOpen(bar);
  else if (off) change({ ...nothingOpen, block: off });
  else if (day) change({ date: day, view: undefined, zoom: undefined });
}

const groupName = ({ data }: Model, key: string, format: Tongue) =>
  data.locations.find(({ id }) => id === key)?.name ?? typeName(key, format);
