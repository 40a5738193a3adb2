import type { Instant } from '@smooth/engine/types.ts';

/** One reminder per appointment and time: an appointment that is moved is reminded of again. */
export const reminderKey = ({ id, starts_at }: { id: string; starts_at: Instant }): string =>
  `reminder:${id}:${new Date(starts_at).toISOString()}`;
