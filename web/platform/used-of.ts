import type { Format } from '../app/format.ts';
import type { SpeechOf } from '../words/use-speech.tsx';

/** `3 of 10,000`: how much of a limit is used. */
export const usedOf = (
  { text, count }: Pick<SpeechOf<'platform'>, 'text'> & Pick<Format, 'count'>,
  used: number,
  allowed: number,
): string => text('used_of', { used: count(used), allowed: count(allowed) });
