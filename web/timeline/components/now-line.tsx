import { formatInstant } from '@smooth/engine/instant.ts';
import { useNow } from '../../app/now.ts';
import { type Axis, xOf } from '../axis.ts';
import type { Tongue } from '../tongue.ts';
import classes from './head.module.css';

/** The present: a line through all rows. */
export function NowLine({ axis, names }: { axis: Axis; names: number }) {
  const now = useNow();
  return isShown(axis, now) ? <i className={classes.now} style={{ left: names + xOf(axis, now) }} aria-hidden /> : null;
}

/** Its time, in the header. */
export function NowTime({ axis, format }: { axis: Axis; format: Tongue }) {
  const now = useNow();
  if (!isShown(axis, now)) return null;
  return (
    <span className={classes.nowTime} style={{ left: xOf(axis, now) }}>
      {format.time(formatInstant(now))}
    </span>
  );
}

export const isShown = ({ days }: Axis, now: number) => days.some(({ start, end }) => now >= start && now < end);
