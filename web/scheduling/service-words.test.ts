import type { Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { expect, test } from 'vitest';
import { newLine } from './service-form.ts';
import { needsWords, occupiedWords, requiresSentence } from './service-words.ts';

const types: ResourceType[] = [{ key: 'staff', name: 'Staff member', is_builtin: true }];
const resources = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Ben' },
] as Resource[];

test('lines are joined, named resources are listed', () => {
  const lines = [
    { ...newLine(), quantity: 2 },
    { ...newLine(), type: null, resource_ids: ['a', 'b'] },
  ];
  expect(needsWords(lines, types, resources)).toBe('2 × Staff member + Ana or Ben');
});

test('only the padding there is is named', () => {
  expect(occupiedWords(30, 0, 10)).toBe('Occupies what it needs for 40 min: 30 min, 10 min after.');
  expect(occupiedWords(30, 0, 0)).toBeNull();
});

test('what the lines mean together is one sentence', () => {
  const any = newLine();
  const named = { ...newLine(), type: null, resource_ids: ['a', 'b'] };
  const sentence = (...lines: (typeof any)[]) => requiresSentence(lines, types, resources);
  expect(sentence(any)).toBe('A time is on offer when any staff member is free.');
  expect(sentence({ ...any, quantity: 2 })).toBe('A time is on offer when 2 of any staff member are free.');
  expect(sentence({ ...any, units: 3 }, named)).toBe(
    'A time is on offer when any staff member with 3 places left and Ana or Ben are free at the same time.',
  );
  expect(sentence({ ...named, resource_ids: [] })).toBeNull();
});
