import type { Overview } from '@smooth/contract/scheduling/overview.ts';

type Totals = Overview['totals'];
export type Counts = Pick<Totals, 'booked' | 'completed' | 'cancelled' | 'no_shows'>;

/** How much of the open time is booked, 0 to 1 and more; null where nothing was open. */
export const utilisation = (use: { booked_minutes: number; open_minutes: number }): number | null =>
  use.open_minutes > 0 ? use.booked_minutes / use.open_minutes : null;

/** Against the period before: a share of it, or points where both are shares already. Null: nothing to compare with. */
export interface Change {
  direction: 'up' | 'down' | 'same';
  by: number;
}

export function changeOf(now: number, before: number): Change | null {
  if (before === 0) return now === 0 ? { direction: 'same', by: 0 } : null;
  return toChange((now - before) / before);
}

export const pointsOf = (now: number | null, before: number | null): Change | null =>
  now === null || before === null ? null : toChange(now - before);

function toChange(difference: number): Change {
  const by = Math.round(Math.abs(difference) * 100) / 100;
  return { direction: by === 0 ? 'same' : difference > 0 ? 'up' : 'down', by };
}

/** The outcomes that a day is made of, from the ground up. What is booked and not completed lies ahead, or is open. */
export const outcomes = ['completed', 'ahead', 'no_show', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

export const byOutcome = ({ booked, completed, cancelled, no_shows }: Counts): Record<Outcome, number> => ({
  completed,
  ahead: booked - completed,
  no_show: no_shows,
  cancelled,
});

export const heightOf = ({ booked, cancelled, no_shows }: Counts): number => booked + cancelled + no_shows;
