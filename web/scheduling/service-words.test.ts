import type { Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { expect, test } from 'vitest';
import { newLine } from './service-form.ts';
import { needsWords, occupiedWords } from './service-words.ts';

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
