import { errorCatalogue } from '@smooth/contract/core/errors.ts';
import { expect, test } from 'vitest';
import { words as de } from '../words/de.ts';
import { words as en } from '../words/en.ts';
import { problemIn } from './problem-words.ts';
import { unreachable } from './refusal.ts';

const german = { language: 'de', locale: 'de-DE', words: de } as const;
const english = { language: 'en', locale: 'en-GB', words: en } as const;
const problem = (code: string, detail: string) => ({ ...unreachable(), title: 'A title', code, detail, status: 409 });

test.each(Object.entries(errorCatalogue))('%s has its words, in English those of the catalogue', (code, { title }) => {
  expect(en.app).toHaveProperty(`refused_${code}`, title);
});

test('a code of the catalogue is told in the language of the person', () => {
  expect(problemIn(problem('in_use', 'It was booked before.'), german, 'en')).toMatchObject({
    title: 'Es wird noch gebraucht',
    detail: de.app.refused_in_use_text,
  });
});

test('the sentence of the server stays where it is in the language already', () => {
  const answer = problem('slot_unavailable', 'Raum 2 ist bis 11:30 belegt: Pilates');
  expect(problemIn(answer, german, 'de').detail).toBe(answer.detail);
  expect(problemIn(answer, german, 'en').detail).toBe('Wählen Sie eine andere Zeit.');
  expect(problemIn(problem('in_use', 'It was booked before.'), english, 'en').detail).toBe('It was booked before.');
});

test('a code that nobody knows yet keeps what the server says', () => {
  expect(problemIn(problem('brand_new', 'Something new.'), german, 'en')).toMatchObject({
    title: 'A title',
    detail: 'Something new.',
  });
});

test('without an answer the page has words of its own', () => {
  expect(problemIn(unreachable(), english, null)).toMatchObject({ title: 'No connection' });
  expect(problemIn(unreachable(), german, null).detail).toMatch(/^Der Server ist nicht erreichbar/);
});

test('fields are told by their code', () => {
  const errors = [
    { pointer: '/body/email', code: 'invalid_format', detail: 'Invalid email' },
    { pointer: '/body/name', code: 'brand_new', detail: 'New' },
  ];
  const told = problemIn({ ...problem('malformed_request', ''), errors }, german, 'en').errors;
  expect(told?.map(({ detail }) => detail)).toEqual(['Das hat nicht die erwartete Form.', 'Prüfen Sie diese Angabe.']);
});
