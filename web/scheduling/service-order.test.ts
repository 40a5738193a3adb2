import type { Service } from '@smooth/contract/scheduling/services.ts';
import { expect, test } from 'vitest';
import { byCategory, movedTo, reordered } from './service-order.ts';

const service = (id: string, category: string | null, position: number) =>
  ({ id, name: id, category, position }) as Service;
const cut = service('cut', 'Hair', 0);
const dye = service('dye', 'Hair', 0);
const wash = service('wash', 'Hair', 0);
const talk = service('talk', null, 5);
const all = [dye, cut, talk, wash];

test('a member goes to its place, and never beyond the ends', () => {
  expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(movedTo(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a', 'b', 'c'], 'c', -2)).toEqual(['c', 'a', 'b']);
});

test('services without a category stand first', () => {
  expect(byCategory(all).map(([category, members]) => [category, members.map(({ id }) => id)])).toEqual([
    ['', ['talk']],
    ['Hair', ['cut', 'dye', 'wash']],
  ]);
});

test('one category in a new order gives every service a place of its own', () => {
  const found = reordered(all, ['wash', 'cut', 'dye']);
  expect(found.map(({ id, position }) => [id, position])).toEqual([
    ['talk', 0],
    ['wash', 1],
    ['cut', 2],
    ['dye', 3],
  ]);
  expect(
    byCategory(found)
      .at(1)?.[1]
      .map(({ id }) => id),
  ).toEqual(['wash', 'cut', 'dye']);
});
