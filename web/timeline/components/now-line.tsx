import { formatInstant } from '@smooth/engine/instant.ts';
import type { Tongue } from '../tongue.ts';
import { useNow } from '../../app/now.ts';
import { type Axis, xOf } from '../axis.ts';
import classes from './head.module.css';

/** The present: a line through all rows, with the time in the header. */
export function NowLine({ axis, names, format }: { axis: Axis; names: number; format: Tongue }) {
  const now = useNow();
  if (!axis.days.some(({ start, end }) => now >= start && now < end)) return null;
  return (
    <div className={classes.now} style={{ transform: `translateX(${names + xOf(axis, now)}px)` }} aria-hidden>
      <span>{format.time(formatInstant(now))}</span>
    </div>
  );
}
