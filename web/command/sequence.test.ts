import { expect, test } from 'vitest';
import { press, stepTo } from './sequence.ts';

const nothing = { first: null };
const single = ['n', '?'];

test('g and a letter lead to a room', () => {
  const [waiting, meaning] = press(nothing, 'g', 0, single);
  expect(meaning).toEqual({ kind: 'wait' });
  expect(press(waiting, 'C', 400, single)).toEqual([nothing, { kind: 'go', key: 'c' }]);
});

test('a letter long after g stands for itself', () => {
  const [waiting] = press(nothing, 'g', 0, single);
  expect(press(waiting, 'n', 5000, single)[1]).toEqual({ kind: 'do', key: 'n' });
  expect(press(waiting, 'x', 5000, single)[1]).toBeNull();
});

test('after g a key never acts', () => {
  const [waiting] = press(nothing, 'g', 0, single);
  expect(press(waiting, 'n', 100, single)[1]).toEqual({ kind: 'go', key: 'n' });
});

test('j and k walk through a list and stop at its ends', () => {
  expect([stepTo('j', -1, 3), stepTo('j', 0, 3), stepTo('j', 2, 3)]).toEqual([0, 1, 2]);
  expect([stepTo('k', -1, 3), stepTo('k', 0, 3)]).toEqual([2, 0]);
});
