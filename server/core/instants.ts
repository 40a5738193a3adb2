import { parseInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { fieldRefusal } from './errors.ts';

/** The contract has checked the form; what is left is a date that does not exist. */
export function instantIn(text: string, pointer = '/body/start'): Instant {
  const instant = parseInstant(text);
  if (instant === null)
    throw fieldRefusal(pointer, 'Write an instant that exists, such as 2026-07-14T14:00:00Z', 'invalid_format');
  return instant;
}

export const instantOrNone = (text: string | undefined, pointer: string): Instant | undefined =>
  text === undefined ? undefined : instantIn(text, pointer);
