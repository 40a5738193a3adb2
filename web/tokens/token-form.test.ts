import { expect, test } from 'vitest';
import { speechOf } from '../words/speech.ts';
import { words } from './words/en.ts';
import { bodyOf, emptyForm, missing } from './token-form.ts';

const now = Date.parse('2026-07-14T08:00:00Z');

test('when it runs out counts from now, or is left as it is', () => {
  expect(bodyOf({ ...emptyForm, lasts: '30' }, now)).toMatchObject({ expires_at: '2026-08-13T08:00:00Z' });
  expect(bodyOf({ ...emptyForm, lasts: 'never' }, now)).toMatchObject({ expires_at: null });
  expect(bodyOf({ ...emptyForm, lasts: 'as_it_is' }, now)).not.toHaveProperty('expires_at');
});

test('a name and something to do are needed', () => {
  const speech = speechOf(words, 'en');
  expect(Object.keys(missing(emptyForm, speech))).toEqual(['name', 'scopes']);
  expect(missing({ ...emptyForm, name: 'Sync', scopes: ['services:read'] }, speech)).toEqual({});
});
