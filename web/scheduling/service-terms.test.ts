import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import { expect, test } from 'vitest';
import { emptyService, newLine } from './service-form.ts';
import { decidingPool, keptTerms, withTerms } from './service-terms.ts';

const resource = (id: string, type = 'staff', is_active = true) => ({ id, type, is_active }) as Resource;
const house = [resource('ana'), resource('ben'), resource('attic', 'room'), resource('zoe', 'staff', false)];
const [people, rooms] = [newLine(), { ...newLine(), type: 'room' }];
const terms = (resource_id: string) => ({ resource_id, duration_minutes: 30, price_minor: null });
const form = (change: object) => ({ ...emptyService('#000000'), ...change });
const poolOf = (change: object) => decidingPool(form(change), house).map(({ id }) => id);

test('people decide, unless somebody of another line does already', () => {
  expect(poolOf({ requires: [rooms, people] })).toEqual(['ana', 'ben']);
  expect(poolOf({ requires: [rooms] })).toEqual(['attic']);
  expect(poolOf({ requires: [people, rooms], resource_terms: [terms('attic')] })).toEqual(['attic']);
  expect(poolOf({ requires: [people], resource_terms: [terms('zoe')] })).toEqual(['ana', 'ben', 'zoe']);
});

test('nobody decides in a class, where several work at once, and where nothing is needed', () => {
  expect(poolOf({ kind: 'class' })).toEqual([]);
  expect(poolOf({ requires: [{ ...people, quantity: 2 }] })).toEqual([]);
  expect(poolOf({ requires: [] })).toEqual([]);
});

test('terms come, change, and go when nothing of them is left', () => {
  const one = withTerms([], 'ana', { duration_minutes: 30 });
  expect(one).toEqual([terms('ana')]);
  expect(withTerms(one, 'ana', { price_minor: 3800 })).toEqual([{ ...terms('ana'), price_minor: 3800 }]);
  expect(withTerms(one, 'ana', { duration_minutes: null })).toEqual([]);
  expect(withTerms(one, 'ben', { price_minor: null })).toEqual(one);
});

test('who cannot do it any more takes their terms along', () => {
  const change = { requires: [{ ...people, type: null, resource_ids: ['ben'] }] };
  expect(keptTerms(form({ ...change, resource_terms: [terms('ana'), terms('ben')] }), house)).toEqual([terms('ben')]);
});
