import { FirstSteps } from '../../first-steps/components/first-steps.tsx';
import { Failed } from '../../ui/states.tsx';
import { Board } from '../components/board.tsx';
import { OnTop } from '../components/on-top.tsx';
import classes from '../components/page.module.css';
import { PrintedDay, usePrint } from '../components/printed-day.tsx';
import { Side } from '../components/side.tsx';
import { Toolbar } from '../components/toolbar.tsx';
import { ViewMenus } from '../components/view-menu.tsx';
import { barInstant } from '../make.ts';
import { useTongue } from '../tongue.ts';
import { type Desk, useDesk } from '../use-desk.ts';
import { useTitle } from '../use-title.ts';

/** The calendar of all people, rooms and things: the screen in which a day is worked. */
export function TimelinePage() {
  const { say } = useTongue();
  useTitle(say.text('title'));
  const desk = useDesk();
  const printing = usePrint();
  const { look, live, timeline, model, acts, hints, open, setMenu, setMoving } = desk;
  return (
    <div className={classes.page}>
      <Head {...desk} onPrint={printing.print} />
      <div className={classes.steps}>
        <FirstSteps />
      </div>
      {timeline.isError && !timeline.data ? (
        <Failed error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : null}
      <Board {...desk} isLoading={timeline.isPending} onOpen={open} onMenu={setMenu} />
      <OnTop {...desk} />
      <Side
        search={look.search}
        model={model}
        hintFor={hints.hint}
        onDone={acts.onDone}
        onMove={setMoving}
        onUnblock={(off) => void acts.unblock(off)}
        change={look.change}
      />
      <div ref={live} className="unseen" aria-live="assertive" />
      {printing.isPrinting && model ? <PrintedDay model={model} date={look.date} /> : null}
    </div>
  );
}

function Head({ look, timeline, make, onPrint }: Desk & { onPrint: () => void }) {
  const { search, change, date, view, today, mayDraw } = look;
  const { zone } = useTongue();
  return (
    <Toolbar
      view={view}
      date={date}
      today={today}
      zoom={search.zoom ?? 0}
      onView={(next) => change({ view: next === 'day' ? undefined : next, zoom: undefined })}
      onDate={(next) => change({ date: next === today ? undefined : next })}
      onZoom={(zoom) => change({ zoom: zoom === 0 ? undefined : zoom })}
      onNew={mayDraw ? () => make('appointment', undefined, barInstant(date, zone)) : null}
    >
      <ViewMenus search={search} data={timeline.data} onChange={change} onPrint={onPrint} />
    </Toolbar>
  );
}
