import { expect, test } from 'vitest';
import { contrastRatio, inkOn, mix, shiftUntilReadable } from './contrast.ts';

test('black on white has the greatest contrast, a colour on itself none', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrastRatio('#4f46e5', '#4f46e5')).toBe(1);
});

test('contrast does not depend on the order', () => {
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(contrastRatio('#ffffff', '#777777'));
});

test('a layer of half white over black is middle grey', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('a colour that reads already is left as it is', () => {
  expect(shiftUntilReadable({ color: '#1d4ed8', against: ['#ffffff'], towards: 'darker' })).toBe('#1d4ed8');
});

test('yellow is darkened for white paper and stays a yellow', () => {
  const shifted = shiftUntilReadable({ color: '#ffd400', against: ['#ffffff'], towards: 'darker' });
  const [r, , b] = [1, 3, 5].map((at) => Number.parseInt(shifted.slice(at, at + 2), 16));
  expect(contrastRatio(shifted, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(r).toBeGreaterThan(b ?? 255);
});

test('black is lightened for black paper', () => {
  const shifted = shiftUntilReadable({ color: '#000000', against: ['#0e1013'], towards: 'lighter' });
  expect(contrastRatio(shifted, '#0e1013')).toBeGreaterThanOrEqual(4.5);
});

test('white ink on indigo, black ink on yellow', () => {
  expect(inkOn('#4f46e5', ['#ffffff', '#000000'])).toBe('#ffffff');
  expect(inkOn('#ffd400', ['#ffffff', '#000000'])).toBe('#000000');
});
