import { expect, test } from 'vitest';
import type { Dictionary } from './speech.ts';
import { speechOf } from './speech.ts';
import { alike } from './words.testing.ts';

const files = import.meta.glob<{ words: Dictionary }>('../*/words/{en,es,fr,de}.ts', { eager: true });
const slices = [...new Set(Object.keys(files).map((path) => path.split('/')[1]!))];
const wordsOf = (slice: string, language: string) => files[`../${slice}/words/${language}.ts`]?.words ?? {};
const flat = (words: Dictionary): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : Object.entries<string>(value).map(([form, text]) => [`${key}.${form}`, text]),
  );
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
const shape = (words: Dictionary) =>
  flat(words)
    .map(([key, text]) => [key, ...slots(text)].join(' '))
    .sort();

test('every slice is looked at', () => {
  expect(slices).toEqual(expect.arrayContaining(['app', 'booking', 'identity']));
});

test.each(slices)('%s says the same in every language, with the same slots', (slice) => {
  const english = shape(wordsOf(slice, 'en'));
  for (const language of ['es', 'fr', 'de']) expect(shape(wordsOf(slice, language))).toEqual(english);
});

test.each(slices)('%s is translated, not copied', (slice) => {
  const english = new Map(flat(wordsOf(slice, 'en')));
  for (const language of ['es', 'fr', 'de'] as const) {
    const copied = flat(wordsOf(slice, language)).filter(
      ([key, text]) => text === english.get(key) && /\p{L}{2}/u.test(text.replaceAll(/\{\w+\}/g, '')),
    );
    expect(copied.filter(([, text]) => !alike[language].includes(text))).toEqual([]);
  }
});

test.each(slices)('%s neither shouts nor begs', (slice) => {
  for (const language of ['en', 'es', 'fr', 'de'])
    for (const [key, text] of flat(wordsOf(slice, language)))
      expect(text, `${language} ${key}`).not.toMatch(
        /!|please|invalid|successfully|bitte|erfolgreich|por favor|s[’']il vous pla[iî]t|: $/i,
      );
});

test('plural forms take the number as people of the locale write it, and other slots beside it', () => {
  const words = { left: { one: '{count} seat in {room}', other: '{count} seats in {room}' } } as const;
  const speech = speechOf(words, 'de');
  expect(speech.count('left', 1200, { room: 'Studio 2' })).toBe('1.200 seats in Studio 2');
  expect(speech.count('left', 1, { room: 'Studio 2' })).toBe('1 seat in Studio 2');
});
