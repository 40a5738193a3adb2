import { type EventGroup, eventGroups } from '@smooth/contract/webhooks/catalogue.ts';
import type { SpeechOf } from '../words/use-speech.tsx';
import type { events } from './words/events/en.ts';

type EventWord = keyof typeof events;

export const typesByGroup = (Object.keys(eventGroups) as EventGroup[]).map((group) => ({
  group,
  types: eventGroups[group].map(({ event }) => event.type as EventWord),
}));

const known = new Set<string>(typesByGroup.flatMap(({ types }) => types));

/** What a type of event is called; one of another release by its code. */
export const eventName = (type: string, { text }: Pick<SpeechOf<'webhooks'>, 'text'>): string =>
  known.has(type) ? text(type as EventWord) : type;

/** The types whose name, code or group has the words in it, group by group. */
export function typesFound(sought: string, speech: Pick<SpeechOf<'webhooks'>, 'text'>) {
  const parts = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => parts.every((part) => text.toLowerCase().includes(part));
  return typesByGroup
    .map(({ group, types }) => ({
      group,
      types: types.filter((type) => fits([eventName(type, speech), type, speech.text(`group_${group}`)].join(' '))),
    }))
    .filter(({ types }) => types.length > 0);
}

/** The chosen types in the order of the catalogue, with some more or without them. */
export const withTypes = (chosen: readonly string[], types: readonly string[], isOn: boolean): string[] =>
  typesByGroup.flatMap((group) => group.types).filter((type) => (types.includes(type) ? isOn : chosen.includes(type)));
