import { expect, test } from 'vitest';
import { actionKeys, matches, roomKeys } from './keys.ts';

test('beginnings of words match, in any order and without their accents', () => {
  expect(matches('app new', 'New appointment')).toBe(true);
  expect(matches('reglages', 'Réglages')).toBe(true);
  expect(matches('point', 'New appointment')).toBe(false);
  expect(matches('', 'Anything')).toBe(true);
});

test('no two rooms share a letter', () => {
  const letters = Object.values(roomKeys);
  expect(new Set(letters).size).toBe(letters.length);
  expect(Object.keys(actionKeys)).not.toContain('g');
});
