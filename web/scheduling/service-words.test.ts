import type { Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { expect, test } from 'vitest';
import { formatFor } from '../app/format.ts';
import { newLine } from './service-form.ts';
import { needsWords, occupiedWords, requiresSentence } from './service-words.ts';
import { speech } from './speech.testing.ts';

const types: ResourceType[] = [
  { id: 't', key: 'staff', revision: 1, name: 'Staff member', is_builtin: true, can: { edit: false, delete: false } },
];
const resources = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Ben' },
] as Resource[];
const naming = { types, resources, speech, locale: 'en-GB' };
const format = formatFor({ locale: 'en-GB', currency: 'EUR', zone: 'Europe/Berlin' });

test('lines are joined, named resources are listed', () => {
  const lines = [
    { ...newLine(), quantity: 2 },
    { ...newLine(), type: null, resource_ids: ['a', 'b'] },
  ];
  expect(needsWords(lines, naming)).toBe('2 × Staff member + Ana or Ben');
});

test('only the padding there is is named', () => {
  expect(occupiedWords({ length: 30, before: 0, after: 10 }, format, speech)).toBe(
    'Occupies what it needs for 40 mins: 30 mins, 10 mins after.',
  );
  expect(occupiedWords({ length: 30, before: 0, after: 0 }, format, speech)).toBeNull();
});

test('what the lines mean together is one sentence', () => {
  const any = newLine();
  const named = { ...newLine(), type: null, resource_ids: ['a', 'b'] };
  const sentence = (...lines: (typeof any)[]) => requiresSentence(lines, naming);
  expect(sentence(any)).toBe('A time is on offer when any staff member is free.');
  expect(sentence({ ...any, quantity: 2 })).toBe('A time is on offer when 2 of any staff member are free.');
  expect(sentence({ ...any, units: 3 }, named)).toBe(
    'A time is on offer when any staff member with 3 places left and Ana or Ben are free at the same time.',
  );
  expect(sentence({ ...named, resource_ids: [] })).toBeNull();
});
