import type { Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import type { Format } from '../app/format.ts';
import type { SpeechOf } from '../words/use-speech.tsx';
import type { Line } from './service-form.ts';

/** What a line may name, and the language it is told in. */
export interface Naming {
  types: ResourceType[];
  resources: Resource[];
  speech: SpeechOf<'scheduling'>;
  locale: string;
}

/** `Staff member`, `2 × Room`, `Ana or Ben`: one line of what a service needs, in words. */
export function lineWords(line: Line, { types, resources, speech, locale }: Naming): string {
  const named = line.resource_ids.flatMap((id) => resources.find((resource) => resource.id === id)?.name ?? []);
  const pool =
    named.length > 0
      ? listOf(locale, 'disjunction').format(named)
      : (types.find(({ key }) => key === line.type)?.name ?? line.type ?? speech.text('nothing_yet'));
  return line.quantity > 1 ? `${line.quantity} × ${pool}` : pool;
}

export const needsWords = (lines: Line[], naming: Naming): string =>
  lines.map((line) => lineWords(line, naming)).join(' + ');

const listOf = (locale: string, type: 'conjunction' | 'disjunction') => new Intl.ListFormat(locale, { type });

/** What the lines mean together, in one sentence; null while a line names nobody. */
export function requiresSentence(lines: Line[], naming: Naming): string | null {
  const { speech, locale } = naming;
  const wanted = lines.map((line) => poolWords(line, naming));
  if (wanted.length === 0 || wanted.includes(null)) return null;
  const what = listOf(locale, 'conjunction').format(wanted as string[]);
  if (lines.length > 1) return speech.text('offered_when_together', { what });
  return speech.count('offered_when', lines[0]!.quantity, { what });
}

function poolWords({ type, resource_ids, quantity, units }: Line, naming: Naming): string | null {
  const { types, resources, locale } = naming;
  const { text } = naming.speech;
  const named = resource_ids.flatMap((id) => resources.find((resource) => resource.id === id)?.name ?? []);
  const kind = types.find(({ key }) => key === type)?.name;
  const who =
    named.length > 0
      ? quantity > 1
        ? text('pool_some_of', { quantity, who: listOf(locale, 'conjunction').format(named) })
        : listOf(locale, 'disjunction').format(named)
      : kind && anyWords(kind, quantity, naming);
  if (!who) return null;
  return units > 1 ? text('pool_places', { who, units }) : who;
}

/** The names of types stand within a sentence; only German writes them with a capital. */
function anyWords(name: string, quantity: number, { speech: { text }, locale }: Naming): string {
  const kind = locale.startsWith('de') ? name : name.toLowerCase();
  return quantity > 1 ? text('pool_some_any_kind', { quantity, kind }) : text('pool_any_kind', { kind });
}

interface Length {
  length: number;
  before: number;
  after: number;
}

/** How long a service really occupies what it needs; null when it is just its duration. */
export function occupiedWords(
  { length, before, after }: Length,
  { duration }: Pick<Format, 'duration'>,
  { text }: SpeechOf<'scheduling'>,
): string | null {
  if (before + after === 0) return null;
  const parts = [
    before > 0 ? text('part_before', { length: duration(before) }) : '',
    duration(length),
    after > 0 ? text('part_after', { length: duration(after) }) : '',
  ].filter(Boolean);
  return text('occupies', { total: duration(before + length + after), parts: parts.join(', ') });
}
