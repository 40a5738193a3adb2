import { auditActions } from '@smooth/contract/audit/audit.ts';
import { expect, test } from 'vitest';
import { actionWords } from '../permissions/action-words.ts';
import { words as permissions } from '../permissions/words/en.ts';
import { words as platform } from '../platform/words/en.ts';
import { type Dictionary, speechOf } from '../words/speech.ts';
import { detailsOf, doneIn, partyName } from './entry-words.ts';
import { words as audit } from './words/en.ts';

const files = import.meta.glob<{ words: Dictionary }>('./words/{en,es,fr,de}.ts', { eager: true });
const speech = speechOf(audit, 'en');
const telling = { audit, platform, actions: actionWords(permissions), speech };

test('everything that is written down has a word, in every language', () => {
  expect(Object.keys(files)).toHaveLength(4);
  for (const [path, { words }] of Object.entries(files))
    expect(
      auditActions.filter((action) => doneIn(words, action) === action),
      path,
    ).toEqual([]);
});

test('the particulars are said in words, and what is empty is left out', () => {
  const detail = { added: ['customer.import', 'audit.read'], removed: [], role: 'TENANT_STAFF', is_temporary: true };
  expect(detailsOf(detail, telling)).toEqual([
    ['Added', 'Import customers, Read the audit'],
    ['Role', 'Staff'],
    ['Demo account', 'Yes'],
  ]);
  expect(detailsOf({ rocket: { stages: 2 } }, telling)).toEqual([['rocket', '{"stages":2}']]);
});

test('who it was stays readable when the account is gone', () => {
  expect(partyName({ id: null, email: 'ana@salon.example' }, speech)).toBe('ana@salon.example');
  expect(partyName({ id: 'a-b-c123456', email: null }, speech)).toBe('Account 123456');
  expect(partyName({ id: null, email: null }, speech)).toBe('The system');
  expect(partyName(null, speech)).toBe(null);
});
