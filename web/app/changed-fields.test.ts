import { expect, test } from 'vitest';
import { changedFields, changedLabels } from './changed-fields.ts';

const before = { name: 'Haircut', price: 45, requires: [{ type: 'staff' }] };

test('only what differs is sent', () => {
  expect(changedFields(before, { ...before, price: 50, requires: [{ type: 'staff' }] })).toEqual({ price: 50 });
  expect(changedFields(before, { ...before, requires: [{ type: 'room' }] })).toEqual({ requires: [{ type: 'room' }] });
});

test('what somebody else changed is named', () => {
  expect(changedLabels(before, { ...before, name: 'Cut', price: 50 }, { name: 'Name', price: 'Price' })).toEqual([
    'Name',
    'Price',
  ]);
});
