import { daysBetween } from '@smooth/engine/date.ts';
import { fieldRefusal } from '../../core/errors.ts';

const MOST_DAYS = 31;

/** A range of dates in order, and not too long: 31 days where nothing else is said. */
export function refuseLongRange({ from, to }: { from: string; to: string }, most = MOST_DAYS): void {
  const days = daysBetween(from, to);
  if (days < 0) throw fieldRefusal('/query/to', 'Choose an end on or after the start', 'too_small');
  if (days >= most) throw fieldRefusal('/query/to', `Ask for ${most} days at most`, 'too_big');
}
