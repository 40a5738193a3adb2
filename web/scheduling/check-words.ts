import type { Explanation } from '@smooth/contract/scheduling/availability.ts';
import type { PlainKey, SpeechOf } from '../words/use-speech.tsx';

type Check = Pick<Explanation['checks'][number], 'rule' | 'ok' | 'detail' | 'resource_name'>;

const known = [
  'notice',
  'window',
  'inactive',
  'hours',
  'closure',
  'time_off',
  'grid',
  'busy',
  'capacity',
  'assignment',
];

/** What one rule says about a time, `Ben: outside working hours`; a rule that is new here in the server's words. */
export function checkWords({ rule, ok, detail, resource_name: name }: Check, { text }: SpeechOf<'scheduling'>): string {
  if (!known.includes(rule)) return detail;
  const what = text(`check_${ok ? 'ok' : 'not'}_${rule}` as PlainKey<'scheduling'>);
  return name ? text('check_of', { name, what }) : what.charAt(0).toUpperCase() + what.slice(1);
}
