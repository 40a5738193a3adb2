import { expect, test } from 'vitest';
import { speechOf } from '../words/speech.ts';
import { checkWords } from './check-words.ts';
import { speech } from './speech.testing.ts';
import { words } from './words/de.ts';
import type { words as english } from './words/en.ts';

const german = speechOf<typeof english>(words, 'de');

test('a rule is told of whom it is about, or as a sentence of its own', () => {
  const hours = { rule: 'hours', ok: false, detail: 'Ben: outside working hours', resource_name: 'Ben' };
  expect(checkWords(hours, speech)).toBe('Ben: outside working hours');
  expect(checkWords(hours, german)).toBe('Ben: außerhalb der Arbeitszeit');
  expect(checkWords({ rule: 'notice', ok: true, detail: '' }, german)).toBe('Früh genug vor dem Beginn');
});

test('a rule that is not known yet is told as the server tells it', () => {
  expect(checkWords({ rule: 'weather', ok: false, detail: 'It rains' }, german)).toBe('It rains');
});
