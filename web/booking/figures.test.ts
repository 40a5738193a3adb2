import { expect, test } from 'vitest';
import { figuresOf } from './figures.ts';
import { formatOf } from './format.ts';
import { words } from './words/en.ts';
import { speechOf } from './words/words.ts';

const terms = (duration_minutes: number, amount_minor: number) => ({
  duration_minutes,
  price: { amount_minor, currency: 'USD' },
});
const ana = { id: 'ana', name: 'Ana', terms: terms(30, 3800) };
const attic = { id: 'attic', name: 'Attic', terms: null };
const shown = (least: ReturnType<typeof terms>, most: ReturnType<typeof terms>, resource: string | null = null) =>
  figuresOf({ range: { least, most }, resources: [ana, attic] }, resource, speechOf(words, 'en'), formatOf('en-US'));

test('what depends on the person is told from the least, and exactly once a person is chosen', () => {
  expect(shown(terms(30, 3800), terms(45, 4500))).toEqual({ duration: 'from 30 min', price: 'from $38' });
  expect(shown(terms(30, 3800), terms(45, 4500), 'ana')).toEqual({ duration: '30 min', price: '$38' });
  expect(shown(terms(30, 3800), terms(45, 4500), 'attic')).toEqual({ duration: 'from 30 min', price: 'from $38' });
});

test('what does not depend on the person is told as it is, and nothing is told of a price of nothing', () => {
  expect(shown(terms(45, 3800), terms(45, 4500))).toEqual({ duration: '45 min', price: 'from $38' });
  expect(shown(terms(45, 0), terms(45, 0))).toEqual({ duration: '45 min', price: '' });
});
