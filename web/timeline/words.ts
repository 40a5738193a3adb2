import type { TimelineBar } from '@smooth/contract/scheduling/timeline.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Tongue } from './tongue.ts';
import { type Bar, isOff, type Thing } from './model.ts';

export function nameOf(thing: Thing, { say }: Tongue): string {
  if (isOff(thing)) return thing.of.reason || say.text('time_off');
  const { of, service } = thing;
  return of.kind === 'class' ? (service?.name ?? '') : (of.customer ?? say.text('no_customer'));
}

/** The second line: what and when, of a class how full it is. */
export function lineOf({ of, service, start }: Bar, format: Tongue): string {
  const time = timeWords(start, format);
  if (of.kind === 'class')
    return `${time} · ${format.say.text('seats', { taken: of.party_size, seats: of.seats ?? 0 })}`;
  return `${time} · ${service?.name ?? ''}`;
}

export type Flag = 'notes' | 'unpaid' | 'online' | 'overlapping';

/** What deserves a look. Money only once the customer is here, for until then everybody has yet to pay. */
export function flagsOf(of: TimelineBar): Flag[] {
  const isHere = of.status === 'checked_in' || of.status === 'completed';
  const flags: [Flag, boolean][] = [
    ['overlapping', of.is_overlapping],
    ['notes', of.has_notes],
    ['unpaid', of.is_unpaid && isHere],
    ['online', of.source === 'public'],
  ];
  return flags.filter(([, isSet]) => isSet).map(([flag]) => flag);
}

/** Said once for each bar: writing dates is dear, and bars come and go while somebody scrolls. */
const told = new WeakMap<Bar, { format: Tongue; words: string }>();

/** Everything about a bar in one breath, for those who listen. It begins with what is seen. */
export function sentenceOf(bar: Bar, format: Tongue, resource: string): string {
  const known = told.get(bar);
  const words = known?.format === format ? known.words : wordsOf(bar, format);
  if (known?.words !== words) told.set(bar, { format, words });
  return `${words}, ${resource}`;
}

function wordsOf(bar: Bar, format: Tongue): string {
  const { of } = bar;
  const { text, count } = format.say;
  const until = text('until', { time: timeWords(bar.end, format), date: dayWords(bar.start, format) });
  const party = of.kind === 'appointment' && of.party_size > 1 ? count('party', of.party_size) : null;
  const flags = flagsOf(of).map((flag) => text(`flag_${flag}`));
  const seen = `${nameOf(bar, format)} ${lineOf(bar, format)}`;
  return [seen, until, party, text(`status_${of.status}`), ...flags].filter(Boolean).join(', ');
}

/** What a card of the tray says below the name. */
export const cardLineOf = (bar: Bar, format: Tongue): string =>
  `${whenWords(bar.start, format)} · ${bar.service?.name ?? ''}`;

/** `Tue, 14 Jul, 14:30`. */
export const whenWords = (start: number, format: Tongue): string =>
  `${dayWords(start, format)}, ${timeWords(start, format)}`;

export const timeWords = (instant: number, format: Tongue): string => wordsAt(instant, format).time;
const dayWords = (instant: number, format: Tongue): string => wordsAt(instant, format).day;

/** Many things begin and end at the same few times, and writing one as text is dear. */
const written = new WeakMap<Tongue, Map<number, { day: string; time: string }>>();
const MOST_WRITTEN = 20_000;

function wordsAt(instant: number, format: Tongue): { day: string; time: string } {
  let known = written.get(format);
  if (!known || known.size > MOST_WRITTEN) written.set(format, (known = new Map()));
  const found = known.get(instant);
  if (found) return found;
  const text = formatInstant(instant);
  const words = { day: format.shortDate(text), time: format.time(text) };
  known.set(instant, words);
  return words;
}

export const rangeWords = (start: number, end: number, format: Tongue): string =>
  format.timeRange(formatInstant(start), formatInstant(end));

/** Of a kind that the business made up, its own name. */
export const typeName = (type: string, { say }: Pick<Tongue, 'say'>): string =>
  type === 'staff' || type === 'room' || type === 'equipment' ? say.text(`type_${type}`) : type;
