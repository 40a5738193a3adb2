import type { LocalDate } from '@smooth/engine/types.ts';
import { useFormat } from '../../app/format-context.tsx';
import { labelStep, ticksUpTo } from '../buckets.ts';
import classes from './days-chart.module.css';

const MOST_LABELS = 6;

interface WeeksChart {
  label: string;
  weeks: { week: LocalDate; count: number }[];
}

/** Columns of one number per week; each says its own under the pointer. */
export function WeeksChart({ label, weeks }: WeeksChart) {
  const { axisDay, count, longDay } = useFormat();
  const ticks = ticksUpTo(Math.max(...weeks.map((week) => week.count)));
  const top = ticks.at(-1)!;
  const step = labelStep(weeks.length, MOST_LABELS);
  return (
    <div className={classes.chart}>
      <div className={classes.scale} aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ bottom: part(tick, top) }}>
            {count(tick)}
          </span>
        ))}
      </div>
      <div className={classes.plot}>
        <figure className={classes.columns} aria-label={label}>
          {ticks.map((tick) => (
            <span key={tick} className={classes.line} style={{ bottom: part(tick, top) }} />
          ))}
          {weeks.map((week) => (
            <span key={week.week} className={classes.column} title={`${longDay(week.week)}: ${count(week.count)}`}>
              <span className={classes.stack} style={{ height: part(week.count, top) }}>
                <span data-outcome="ahead" style={{ flexGrow: 1 }} />
              </span>
            </span>
          ))}
        </figure>
      </div>
      <div className={classes.days} aria-hidden>
        {weeks.map(({ week }, index) =>
          index % step === 0 ? (
            <span key={week} style={{ left: part(index + 0.5, weeks.length) }}>
              {axisDay(week)}
            </span>
          ) : null,
        )}
      </div>
    </div>
  );
}

const part = (value: number, whole: number) => `${(value / whole) * 100}%`;
