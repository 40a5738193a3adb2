import { useSpeech } from '../../words/use-speech.tsx';
import { type RefObject, useImperativeHandle, useMemo, useRef } from 'react';
import { useToday } from '../../app/format-context.tsx';
import { useTongue } from '../tongue.ts';
import type { Axis } from '../axis.ts';
import { HEAD } from '../board.ts';
import type { GhostParts } from '../ghost.ts';
import type { Focus } from '../keys.ts';
import type { Item, Row } from '../model.ts';
import type { RowLook } from '../row-look.ts';
import { heightOf, LANE, ROW_EDGE } from '../rows.ts';
import type { Coloring } from '../timeline-search.ts';
import type { Window } from '../stack.ts';
import { type Size, useWindow } from '../use-window.ts';
import classes from './calendar.module.css';
import { Groups } from './group-head.tsx';
import { Head, Lines } from './head.tsx';
import { NowLine } from './now-line.tsx';
import { RowName } from './row-name.tsx';
import { RowView } from './row-view.tsx';
import rowClasses from './row.module.css';

interface Calendar {
  scroller: RefObject<HTMLElement | null>;
  ghost: RefObject<GhostParts | null>;
  axis: Axis;
  items: readonly Item[];
  tops: readonly number[];
  size: Size | null;
  names: number;
  coloring: Coloring;
  isCells: boolean;
  focus: Focus | null;
  openId: string | undefined;
  groupName: (key: string) => string;
}

const MEASURES = { '--edge': `${ROW_EDGE}px`, '--bar': `${LANE - 4}px` };

/** Rows and time, of which only what is in sight is in the document. */
export function Calendar({ scroller, ghost, axis, size, names, coloring, isCells, ...shown }: Calendar) {
  const { text } = useSpeech('timeline');
  const format = useTongue();
  const today = useToday();
  const { window, update } = useWindow(scroller, shown.tops, size, names);
  const [left, right] = [window?.left ?? 0, window?.right ?? 0];
  const look = useMemo(
    () => ({ axis, coloring, format, isCells, left, right, names }),
    [axis, coloring, format, isCells, left, right, names],
  );
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      aria-label={text('grid')}
      aria-describedby="timeline-help"
      // Scrolled by keys, and where the keys of the calendar begin.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={update}
      data-scroller
    >
      <div
        className={classes.canvas}
        style={{ width: names + axis.width, height: HEAD + shown.tops.at(-1)!, ...MEASURES }}
        data-canvas
        data-hour={axis.pxPerHour}
      >
        <Head axis={axis} left={left} right={right} names={names} today={today} isCells={isCells} format={format} />
        {window ? <InSight {...shown} look={look} window={window} /> : null}
        <NowLine axis={axis} names={names} />
        <Ghost parts={ghost} />
      </div>
    </section>
  );
}

type InSight = Pick<Calendar, 'items' | 'tops' | 'groupName' | 'focus' | 'openId'> & { look: RowLook; window: Window };

/** Lines, headings, names and rows of the window. */
function InSight({ look, items, tops, window, groupName, focus, openId }: InSight) {
  const { axis, left, right, names, isCells } = look;
  const drawn = drawnRows({ items, tops, isCells }, window);
  return (
    <>
      <Lines axis={axis} left={left} right={right} names={names} isCells={isCells} />
      <Groups items={items} tops={tops} window={window} groupName={groupName} />
      <div className={rowClasses.names} style={{ width: names, height: tops.at(-1)! }}>
        {drawn.map(({ row, top, height }) => (
          <RowName key={row.resource.id} row={row} axis={axis} top={top} height={height} />
        ))}
      </div>
      {drawn.map(({ row, top, height }) => (
        <RowView
          key={row.resource.id}
          row={row}
          top={top + HEAD}
          height={height}
          look={look}
          focus={focus?.row === row.resource.id ? focus : null}
          openId={openId && holds(row, openId) ? openId : undefined}
        />
      ))}
    </>
  );
}

const holds = ({ bars, offs }: Row, id: string) =>
  bars.some(({ bar }) => bar.id === id) || offs.some((off) => off.id === id);

/** The rows of a window, and where they lie. */
function drawnRows({ items, tops, isCells }: Pick<Calendar, 'items' | 'tops' | 'isCells'>, { first, last }: Window) {
  return items
    .slice(first, last)
    .flatMap((item, index) =>
      item.kind === 'row' ? [{ row: item.row, top: tops[first + index]!, height: heightOf(item, isCells) }] : [],
    );
}

/** Where something would go; moved without React. */
function Ghost({ parts }: { parts: RefObject<GhostParts | null> }) {
  const elements = useRef<Record<string, HTMLElement>>({});
  const keep = (name: string) => (element: HTMLElement | null) => {
    if (element) elements.current[name] = element;
  };
  useImperativeHandle(parts, () => {
    const { ghost, bubble, when, why, lane, mate0, mate1, mate2 } = elements.current;
    return { ghost, bubble, when, why, lane, mates: [mate0, mate1, mate2] } as GhostParts;
  }, []);
  return (
    <div className={classes.ghosts} hidden aria-hidden>
      <div className={classes.lane} ref={keep('lane')} />
      <div className={classes.mate} ref={keep('mate0')} />
      <div className={classes.mate} ref={keep('mate1')} />
      <div className={classes.mate} ref={keep('mate2')} />
      <div className={classes.ghost} ref={keep('ghost')} />
      <div className={classes.bubble} ref={keep('bubble')}>
        <strong ref={keep('when')} />
        <span ref={keep('why')} />
      </div>
    </div>
  );
}
