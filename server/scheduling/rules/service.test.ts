import type { Question } from '@smooth/contract/scheduling/services.ts';
import { expect, test } from 'vitest';
import { type ServiceShape, wrongDeciders, wrongReferences, wrongService } from './service.ts';

const plain: ServiceShape = {
  kind: 'appointment',
  requires: [],
  resource_terms: [],
  questions: [],
  window_from_on: null,
  window_until_on: null,
};
const line = {
  type: null,
  resource_ids: [] as string[],
  quantity: 1,
  units: 1,
  padding_before_minutes: null,
  padding_after_minutes: null,
  is_choosable: false,
};
const question: Question = { key: 'allergies', label: 'Allergies', kind: 'text', choices: [], is_required: false };
const pointersOf = (service: Partial<ServiceShape>) =>
  wrongService({ ...plain, ...service }).map(({ pointer }) => pointer);

test('a line names a type or resources, each once, and no fewer than it needs', () => {
  expect(pointersOf({ requires: [{ ...line, type: 'staff', quantity: 3 }] })).toEqual([]);
  expect(pointersOf({ requires: [line] })).toEqual(['/body/requires/0']);
  expect(pointersOf({ requires: [{ ...line, resource_ids: ['a', 'a'] }] })).toEqual(['/body/requires/0/resource_ids']);
  expect(pointersOf({ requires: [{ ...line, resource_ids: ['a'], quantity: 2 }] })).toEqual([
    '/body/requires/0/quantity',
  ]);
});

test('a line asks for what exists', () => {
  const requires = [
    { ...line, type: 'robot' },
    { ...line, resource_ids: ['a', 'b'] },
  ];
  const wrong = wrongReferences(requires, { types: ['staff'], resources: { a: 'staff' } });
  expect(wrong.map(({ pointer }) => pointer)).toEqual(['/body/requires/0/type', '/body/requires/1/resource_ids/1']);
});

test('questions have keys of their own, and a choice has choices', () => {
  const questions = [question, { ...question, kind: 'choice' } as const];
  expect(pointersOf({ questions })).toEqual(['/body/questions/1/key', '/body/questions/1/choices']);
});

test('a window of dates does not end before it begins', () => {
  expect(pointersOf({ window_from_on: '2026-02-01', window_until_on: '2026-02-01' })).toEqual([]);
  expect(pointersOf({ window_from_on: '2026-02-01', window_until_on: '2026-01-31' })).toEqual([
    '/body/window_until_on',
  ]);
});

test('durations and prices of their own are for resources that can all fill one line, which takes one', () => {
  const existing = { types: ['staff', 'room'], resources: { ana: 'staff', ben: 'staff', attic: 'room' } };
  const termsOf = (...ids: string[]) =>
    ids.map((resource_id) => ({ resource_id, duration_minutes: 30, price_minor: null }));
  const lineOf = (type: string) => ({ ...line, type });
  const [people, rooms] = [lineOf('staff'), lineOf('room')] as const;
  const wrong = (requires: ServiceShape['requires'], ...ids: string[]) =>
    wrongDeciders({ requires, resource_terms: termsOf(...ids) }, existing).map(({ pointer, detail }) => [
      pointer.replace('/body/resource_terms', ''),
      detail,
    ]);
  expect(wrong([rooms, people], 'ana', 'ben')).toEqual([]);
  expect(wrong([rooms], 'ana')).toEqual([['/0/resource_id', 'It cannot do this service']]);
  expect(wrong([people, rooms], 'attic', 'ana')).toEqual([
    ['/0/resource_id', 'Only resources of one requirement can have a duration or price of their own'],
  ]);
  expect(wrong([people], 'ana', 'zoe')).toEqual([['/1/resource_id', 'There is no such resource']]);
  expect(wrong([{ ...people, quantity: 2 }], 'ana')).toEqual([
    ['', 'Where several work together, there is one duration and one price'],
  ]);
  expect(pointersOf({ resource_terms: termsOf('ana', 'ana') })).toEqual(['/body/resource_terms/1/resource_id']);
  expect(pointersOf({ kind: 'class', resource_terms: termsOf('ana') })).toEqual(['/body/resource_terms']);
});
