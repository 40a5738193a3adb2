import { expect, test } from 'vitest';
import { speechOf } from '../words/speech.ts';
import { words } from './words/en.ts';
import { brandOn, brandWords } from './brand.ts';

const speech = speechOf(words, 'en');
const anything = ['#ffff00', '#000000', '#ffffff', '#a8326b', '#00ff88'];

test.each(anything)('%s stays readable on both grounds', (color) => {
  for (const scheme of ['light', 'dark'] as const) expect(brandOn(color, scheme).ratio).toBeGreaterThanOrEqual(4.5);
});

test('a colour that reads well is left alone, another is shifted and that is said', () => {
  expect(brandWords(brandOn('#a8326b', 'light'), speech)).toMatch(/^Used as it is\./);
  expect(brandWords(brandOn('#ffff00', 'light'), speech)).toMatch(/^Darkened to #/);
  expect(brandWords(brandOn('#000000', 'dark'), speech)).toMatch(/^Lightened to #/);
});

test('while a colour is being typed the product colour stands in', () => {
  expect(brandOn('#12', 'light')).toEqual(brandOn('', 'light'));
});
