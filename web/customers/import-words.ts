import type { ImportField, ImportPreview, RowProblem } from '@smooth/contract/customers/imports.ts';
import type { PlainKey, SpeechOf } from '../words/use-speech.tsx';

export const fieldNames: Record<ImportField, PlainKey<'customers'>> = {
  key: 'field_key',
  name: 'name',
  first_name: 'field_first_name',
  last_name: 'field_last_name',
  email: 'email',
  phone: 'phone',
  tags: 'tags',
  notes: 'notes',
  locale: 'field_locale',
  time_zone: 'time_zone',
};

const encodings: Partial<Record<ImportPreview['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

export const encodingName = (encoding: ImportPreview['encoding'], { text }: SpeechOf<'customers'>): string =>
  encodings[encoding] ?? text('big_endian');

/** Why a row was left out. */
export function problemText({ code, facts }: RowProblem, { text }: SpeechOf<'customers'>): string {
  const { value = '', email = '', name = '', row = '' } = facts;
  return text(`row_${code}`, { value, email, name, row });
}
