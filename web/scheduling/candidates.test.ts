import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import type { Service } from '@smooth/contract/scheduling/services.ts';
import { expect, test } from 'vitest';
import { candidatesOf } from './candidates.ts';

const resource = (id: string, type: string, is_active = true) => ({ id, type, is_active }) as Resource;
const team = [
  resource('ana', 'staff'),
  resource('ben', 'staff'),
  resource('eva', 'staff', false),
  resource('room', 'room'),
];
const needing = (...lines: { type: string | null; resource_ids: string[] }[]) =>
  ({ requires: lines }) as unknown as Service;
const ids = (service: Service) => candidatesOf(service, team).map(({ id }) => id);

test('a type means every active resource of it', () => {
  expect(ids(needing({ type: 'staff', resource_ids: [] }))).toEqual(['ana', 'ben']);
});

test('named resources mean these', () => {
  expect(ids(needing({ type: 'staff', resource_ids: ['ben'] }, { type: 'room', resource_ids: [] }))).toEqual([
    'ben',
    'room',
  ]);
});
