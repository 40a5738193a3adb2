import { expect, test } from 'vitest';
import { isSameWindow, offsets, rowAt, stack, windowOf } from './stack.ts';

const span = (from: number, until: number) => ({ from, until });

test('bars one after the other share a lane, also where they touch', () => {
  expect(stack([span(0, 10), span(10, 20), span(25, 30)])).toEqual({ lanes: [0, 0, 0], count: 1 });
});

test('bars that share time lie below each other and let go of their lane', () => {
  expect(stack([span(0, 30), span(10, 20), span(20, 40)])).toEqual({ lanes: [0, 1, 1], count: 2 });
});

test('of two that begin together the longer one lies above, whatever their order', () => {
  expect(stack([span(0, 10), span(0, 30)]).lanes).toEqual([1, 0]);
});

test('an empty row has one lane', () => {
  expect(stack([])).toEqual({ lanes: [], count: 1 });
});

test('a height finds its row, beyond the edges the nearest', () => {
  const tops = offsets([56, 100, 56]);
  expect(tops).toEqual([0, 56, 156, 212]);
  expect([-5, 0, 55, 56, 155, 156, 400].map((y) => rowAt(tops, y))).toEqual([0, 0, 0, 1, 1, 2, 2]);
});

const tops = offsets(Array.from({ length: 200 }, () => 56));
const seen = (top: number, left = 0) => windowOf(tops, { top, left, width: 1200, height: 800 });

test('only what is near is drawn', () => {
  const { first, last, left, right } = seen(4000, 3000);
  expect(first).toBeLessThanOrEqual(71 - 3);
  expect(last).toBeGreaterThanOrEqual(86 + 3);
  expect(last - first).toBeLessThan(28);
  expect([left, right]).toEqual([2400, 4800]);
});

test('a small scroll changes nothing that is drawn', () => {
  expect(isSameWindow(seen(4040), seen(4050))).toBe(true);
  expect(isSameWindow(seen(4040), seen(4400))).toBe(false);
});

test('the window ends where the rows end', () => {
  expect(seen(0).first).toBe(0);
  expect(seen(100_000).last).toBe(200);
});
