import { expect, test } from 'vitest';
import type { Dictionary } from '../words/speech.ts';
import { actionWords, bySubject } from './action-words.ts';
import { words as english } from './words/en.ts';

const [printed] = Object.values(
  import.meta.glob<string>('../../docs/permissions.md', { query: '?raw', import: 'default', eager: true }),
);
const everyAction = [...(printed ?? '').matchAll(/^\| `([a-z_.]+)`/gm)].map(([, action]) => action!);
const files = import.meta.glob<{ words: Dictionary }>('./words/{en,es,fr,de}.ts', { eager: true });

test('every action of the printed table has a word and a group, in every language', () => {
  expect(everyAction.length).toBeGreaterThan(80);
  expect(Object.keys(files)).toHaveLength(4);
  for (const [path, { words }] of Object.entries(files)) {
    const { name, subject } = actionWords(words);
    const unnamed = everyAction.filter((action) => name(action) === action || subject(action) === action);
    expect(unnamed, path).toEqual([]);
  }
});

test('a word without an action is left over', () => {
  const named = Object.keys(english).filter((key) => key.includes('.') || key.startsWith('can_'));
  expect(named.filter((key) => !everyAction.includes(key))).toEqual([]);
});

test('actions stand under their subject, in the order of their names', () => {
  const rows = ['service.read', 'customer.merge', 'customer.import'].map((action) => ({ action }));
  expect(bySubject(rows, actionWords(english))).toEqual([
    { subject: 'Customers', rows: [{ action: 'customer.import' }, { action: 'customer.merge' }] },
    { subject: 'Services', rows: [{ action: 'service.read' }] },
  ]);
});

test('an action that is newer than the page is shown by its own name', () => {
  expect(actionWords(english).name('rocket.launch')).toBe('rocket.launch');
});
