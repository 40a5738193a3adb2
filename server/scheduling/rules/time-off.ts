import type { FieldError } from '@smooth/contract/core/errors.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { wrong } from '../../core/field-errors.ts';
import type { StoredRecurring } from '../../schema/tenant-tables.ts';
import { wrongStart } from './hours.ts';
import { instantIn } from '../../core/instants.ts';

/** When a resource is away: once, from instant to instant, or each week. */
export interface Away {
  starts_at: Instant | null;
  ends_at: Instant | null;
  recurring: StoredRecurring | null;
}

/** What a request says of it; what it does not name stays. */
export interface AwayChange {
  start?: string | null | undefined;
  end?: string | null | undefined;
  recurring?: StoredRecurring | null | undefined;
}

/** The time off after a change. Whoever names one kind means to leave the other. */
export function changedAway(before: Away, { start, end, recurring }: AwayChange): Away {
  const becomesWeekly = Boolean(recurring) && !start && !end;
  const becomesOnce = Boolean(start && end) && !recurring;
  return {
    starts_at: instantAfter(start, becomesWeekly ? null : before.starts_at, '/body/start'),
    ends_at: instantAfter(end, becomesWeekly ? null : before.ends_at, '/body/end'),
    recurring: recurring === undefined ? (becomesOnce ? null : before.recurring) : recurring,
  };
}

function instantAfter(text: string | null | undefined, stays: Instant | null, pointer: string): Instant | null {
  if (text === undefined) return stays;
  return text === null ? null : instantIn(text, pointer);
}

export function wrongAway({ starts_at, ends_at, recurring }: Away): FieldError[] {
  if (recurring) {
    if (starts_at !== null || ends_at !== null)
      return [wrong('/body/recurring', 'Time off is once or each week, not both')];
    return wrongRecurring(recurring);
  }
  if (starts_at === null) return [wrong('/body/start', 'Say when it starts, or which weekday it comes back')];
  if (ends_at === null) return [wrong('/body/end', 'Say when it ends')];
  return wrongSpan(starts_at, ends_at);
}

export const wrongSpan = (start: Instant, end: Instant): FieldError[] =>
  start < end ? [] : [wrong('/body/end', 'The end must be after the start')];

function wrongRecurring(recurring: StoredRecurring): FieldError[] {
  const { from_on, until_on } = recurring;
  const backwards = from_on !== null && until_on !== null && until_on < from_on;
  const errors = backwards ? [wrong('/body/recurring/until_on', 'The last date must not be before the first')] : [];
  return errors.concat(wrongStart(recurring, '/body/recurring'));
}
