import { useSpeech } from '../../words/use-speech.tsx';
import { useRef, useState } from 'react';
import { useTongue } from '../tongue.ts';
import { FirstSteps } from '../../first-steps/components/first-steps.tsx';
import { Failed } from '../../ui/states.tsx';
import { AnywayDialog } from '../components/anyway-dialog.tsx';
import { BarMenu, type MenuSubject } from '../components/bar-menu.tsx';
import { Board } from '../components/board.tsx';
import { MoveDialog } from '../components/move-dialog.tsx';
import { PrintedDay, usePrint } from '../components/printed-day.tsx';
import { AskedVerb, Side } from '../components/side.tsx';
import classes from '../components/page.module.css';
import { Toolbar } from '../components/toolbar.tsx';
import { ViewMenus } from '../components/view-menu.tsx';
import type { Bar, Off, Thing } from '../model.ts';
import { nothingOpen, useActs } from '../use-acts.ts';
import { useModel, useTimeline } from '../use-board.ts';
import { useMoved } from '../use-moves.tsx';
import { insideWords, useHints } from '../use-hints.ts';
import type { PickUp } from '../use-hands.ts';
import { useLook } from '../use-look.ts';
import { useTitle } from '../use-title.ts';
import { barInstant, makeAt } from '../make.ts';

/** The calendar of all people, rooms and things: the screen in which a day is worked. */
export function TimelinePage() {
  const { text } = useSpeech('timeline');
  useTitle(text('title'));
  const look = useLook();
  const { search, change, date, view, today, coloring } = look;
  const format = useTongue();
  const live = useRef<HTMLDivElement>(null);
  const say = (words: string) => {
    if (live.current) live.current.textContent = words;
  };
  const timeline = useTimeline(search, date, view);
  const moves = useMoved();
  const model = useModel(timeline.data, moves.moved);
  const acts = useActs({ model, moves, change, say });
  const hints = useHints(model, coloring);
  const printing = usePrint();
  const [menu, setMenu] = useState<MenuSubject | null>(null);
  const [moving, setMoving] = useState<Thing | null>(null);
  const keys = useRef<PickUp | null>(null);

  const open = ({ id, of }: Bar) =>
    change({ ...nothingOpen, ...(of.kind === 'class' ? { class: id } : { appointment: id }) });
  const openOff = ({ id }: Off) => change({ ...nothingOpen, block: id });
  const make = (kind: 'appointment' | 'block', row: string | undefined, start: number) =>
    change({ ...nothingOpen, ...makeAt(kind, row, start) });
  return (
    <div className={classes.page}>
      <Toolbar
        view={view}
        date={date}
        today={today}
        zoom={search.zoom ?? 0}
        onView={(next) => change({ view: next === 'day' ? undefined : next, zoom: undefined })}
        onDate={(next) => change({ date: next === today ? undefined : next })}
        onZoom={(zoom) => change({ zoom: zoom === 0 ? undefined : zoom })}
        onNew={look.mayDraw ? () => make('appointment', undefined, barInstant(date, format.zone)) : null}
      >
        <ViewMenus search={search} data={timeline.data} onChange={change} onPrint={printing.print} />
      </Toolbar>
      <div className={classes.steps}>
        <FirstSteps />
      </div>
      {timeline.isError && !timeline.data ? (
        <Failed error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : null}
      <Board
        look={look}
        model={model}
        isLoading={timeline.isPending}
        hints={hints}
        acts={acts}
        keys={keys}
        say={say}
        onOpen={open}
        onMenu={setMenu}
      />
      <BarMenu
        subject={menu}
        onClose={() => setMenu(null)}
        onOpen={open}
        onOff={openOff}
        onMove={setMoving}
        onKeys={(...args) => keys.current?.(...args)}
        onVerb={(verb, bar) => void acts.doVerb(verb, bar)}
        onUnblock={(off) => void acts.unblock(off)}
        onMake={make}
      />
      {moving && model ? (
        <MoveDialog
          thing={moving}
          resources={model.data.resources}
          hintFor={hints.hintForMove}
          noteFor={(to) => insideWords(model, to, format)}
          onMove={(to) => {
            acts.moveTo(moving, to);
            setMoving(null);
          }}
          onClose={() => setMoving(null)}
        />
      ) : null}
      {acts.anyway ? <AnywayDialog onDo={acts.goAnyway} onClose={() => acts.setAnyway(null)} /> : null}
      <AskedVerb asking={acts.asking} onClose={() => acts.setAsking(null)} />
      <Side
        search={search}
        model={model}
        hintFor={hints.hint}
        onDone={acts.onDone}
        onMove={setMoving}
        onUnblock={(off) => void acts.unblock(off)}
        change={change}
      />
      <div ref={live} className="unseen" aria-live="assertive" />
      {printing.isPrinting && model ? <PrintedDay model={model} date={date} /> : null}
    </div>
  );
}
