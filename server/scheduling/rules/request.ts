import { daysBetween } from '@smooth/engine/date.ts';
import { parseInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { fieldRefusal } from '../../core/errors.ts';

const MOST_DAYS = 31;

/** The contract has checked the form; what is left is a date that does not exist. */
export function instantIn(text: string, pointer = '/body/start'): Instant {
  const instant = parseInstant(text);
  if (instant === null)
    throw fieldRefusal(pointer, 'Write an instant that exists, such as 2026-07-14T14:00:00Z', 'invalid_format');
  return instant;
}

export const instantOrNone = (text: string | undefined, pointer: string): Instant | undefined =>
  text === undefined ? undefined : instantIn(text, pointer);

/** A range of dates in order, and not too long: 31 days where nothing else is said. */
export function refuseLongRange({ from, to }: { from: string; to: string }, most = MOST_DAYS): void {
  const days = daysBetween(from, to);
  if (days < 0) throw fieldRefusal('/query/to', 'Choose an end on or after the start', 'too_small');
  if (days >= most) throw fieldRefusal('/query/to', `Ask for ${most} days at most`, 'too_big');
}
