import { expect, test } from 'vitest';
import { words as de } from './de.ts';
import { words as en } from './en.ts';
import { words as es } from './es.ts';
import { words as fr } from './fr.ts';
import { chooseLanguage, chooseLocale } from '../../words/languages.ts';
import { speechOf, type Words } from './words.ts';

const flat = (words: Words): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : Object.entries<string>(value).map(([form, text]) => [`${key}.${form}`, text]),
  );
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

test.each(Object.entries({ es, fr, de }))('%s has the slots of English in every text', (_, words) => {
  const english = new Map(flat(en));
  for (const [key, text] of flat(words)) expect([key, slots(text)]).toEqual([key, slots(english.get(key) ?? '')]);
});

test.each(Object.entries({ en, es, fr, de }))('%s neither shouts nor begs', (_, words) => {
  for (const [key, text] of flat(words))
    expect(`${key}: ${text}`).not.toMatch(/!|please|invalid|successfully|^\w+: $/i);
});

test('plural forms follow the rules of the language', () => {
  expect(speechOf(en, 'en').count('places', 1)).toBe('1 place');
  expect(speechOf(en, 'en').count('places', 0)).toBe('0 places');
  expect(speechOf(fr, 'fr').count('places', 0)).toBe('0 place');
  expect(speechOf(de, 'de').count('seats_left', 2)).toBe('noch 2 Plätze');
});

test('slots are filled', () => {
  expect(speechOf(en, 'en').text('step_of', { step: 2, total: 3 })).toBe('2 of 3');
});

test('the address outweighs the visitor, the visitor the business', () => {
  expect(chooseLanguage({ asked: 'fr', visitor: ['de-AT'], business: 'es' })).toBe('fr');
  expect(chooseLanguage({ asked: null, visitor: ['pt-BR', 'de-AT'], business: 'es' })).toBe('de');
  expect(chooseLanguage({ asked: 'xx', visitor: ['pt'], business: 'es-MX' })).toBe('es');
  expect(chooseLanguage({ asked: null, visitor: [] })).toBe('en');
});

test('dates follow the form of the language that the visitor uses', () => {
  expect(chooseLocale('en', ['de-DE', 'en-GB'])).toBe('en-GB');
  expect(chooseLocale('en', ['de-DE'], 'en-US')).toBe('en-US');
  expect(chooseLocale('fr', ['de-DE'], 'en-US')).toBe('fr');
});
