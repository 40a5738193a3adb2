import type { Delivery } from '@smooth/contract/webhooks/deliveries.ts';
import { useSpeech } from '../../words/use-speech.tsx';

const known = [
  'timeout',
  'refused',
  'unreachable',
  'tls',
  'broken_off',
  'no_http',
  'no_secret',
  'not_public',
  'not_https',
  'unresolved',
] as const;

/** What became of the last try, in words: the status that came back, or why none did. */
export function useOutcome() {
  const { text } = useSpeech('webhooks');
  return ({ last_status, last_error }: Pick<Delivery, 'last_status' | 'last_error'>): string | null => {
    if (last_status !== null) return String(last_status);
    if (last_error === null) return null;
    const code = known.find((one) => one === last_error);
    return code ? text(`error_${code}`) : last_error;
  };
}
