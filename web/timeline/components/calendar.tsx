import { useSpeech } from '../../words/use-speech.tsx';
import { type RefObject, useImperativeHandle, useMemo, useRef } from 'react';
import { useToday } from '../../app/format-context.tsx';
import { useTongue } from '../tongue.ts';
import type { Axis } from '../axis.ts';
import { HEAD } from '../board.ts';
import type { GhostParts } from '../ghost.ts';
import type { Focus } from '../keys.ts';
import type { Item, Row } from '../model.ts';
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
export function Calendar({
  scroller,
  ghost,
  axis,
  items,
  tops,
  size,
  names,
  coloring,
  isCells,
  focus,
  openId,
  groupName,
}: Calendar) {
  const { text } = useSpeech('timeline');
  const format = useTongue();
  const today = useToday();
  const { window, update } = useWindow(scroller, tops, size, names);
  const [left, right] = [window?.left ?? 0, window?.right ?? 0];
  const look = useMemo(
    () => ({ axis, coloring, format, isCells, left, right, names }),
    [axis, coloring, format, isCells, left, right, names],
  );
  const height = tops.at(-1)!;
  const drawn = window ? drawnRows({ items, tops, isCells }, window) : [];
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
        style={{ width: names + axis.width, height: HEAD + height, ...MEASURES }}
        data-canvas
        data-hour={axis.pxPerHour}
      >
        <Head axis={axis} left={left} right={right} names={names} today={today} isCells={isCells} format={format} />
        {window ? (
          <>
            <Lines axis={axis} left={left} right={right} names={names} isCells={isCells} />
            <Groups items={items} tops={tops} window={window} groupName={groupName} />
            <div className={rowClasses.names} style={{ width: names, height }}>
              {drawn.map(({ row, top, height: high }) => (
                <RowName key={row.resource.id} row={row} axis={axis} top={top} height={high} />
              ))}
            </div>
            {drawn.map(({ row, top, height: high }) => (
              <RowView
                key={row.resource.id}
                row={row}
                top={top + HEAD}
                height={high}
                look={look}
                focus={focus?.row === row.resource.id ? focus : null}
                openId={openId && holds(row, openId) ? openId : undefined}
              />
            ))}
          </>
        ) : null}
        <NowLine axis={axis} names={names} />
        <Ghost parts={ghost} />
      </div>
    </section>
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
