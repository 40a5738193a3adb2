import type { AuditEntry } from '@smooth/contract/audit/audit.ts';
import { roles } from '@smooth/contract/identity/roles.ts';
import type { ActionWords } from '../permissions/action-words.ts';
import type { Dictionary } from '../words/speech.ts';
import type { SpeechOf } from '../words/use-speech.tsx';

const textIn = (dictionary: Dictionary, key: string): string | undefined => {
  const found = Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
  return typeof found === 'string' ? found : undefined;
};

/** What was done, as a person says it; what is newer than the page, by its own name. */
export const doneIn = (dictionary: Dictionary, action: string): string => textIn(dictionary, action) ?? action;

type Party = AuditEntry['actor'];

/** By their address, as it was then. */
export function partyName(party: Party | null, { text }: Pick<SpeechOf<'audit'>, 'text'>): string | null {
  if (!party) return null;
  return party.email ?? (party.id ? text('somebody', { id: party.id.slice(-6) }) : text('system'));
}

export interface Telling {
  audit: Dictionary;
  platform: Dictionary;
  actions: ActionWords;
  speech: Pick<SpeechOf<'audit'>, 'text'>;
}

/** The particulars of an entry as pairs of name and text. */
export const detailsOf = (detail: AuditEntry['detail'], telling: Telling): [name: string, value: string][] =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => [textIn(telling.audit, `detail_${key}`) ?? key, valueOf(value, telling)]);

function valueOf(value: unknown, telling: Telling): string {
  if (Array.isArray(value)) return value.map((one) => valueOf(one, telling)).join(', ');
  if (typeof value === 'boolean') return telling.speech.text(value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if ((roles as readonly string[]).includes(value)) return textIn(telling.platform, `role_${value}`) ?? value;
  return telling.actions.name(value);
}
