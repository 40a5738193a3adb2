import { useMemo } from 'react';
import { useFormat } from '../app/format-context.tsx';
import type { Format } from '../app/format.ts';
import { type SpeechOf, useSpeech } from '../words/use-speech.tsx';

/** How times are written and what is said about them: together they name a bar. */
export interface Tongue extends Format {
  say: SpeechOf<'timeline'>;
}

export function useTongue(): Tongue {
  const format = useFormat();
  const say = useSpeech('timeline');
  return useMemo(() => ({ ...format, say }), [format, say]);
}
