import { DAY, HOUR, MINUTE, SECOND } from '@smooth/engine/instant.ts';
import { expect, test } from 'vitest';
import { isToBeDisabled, KEEP_TRYING_MS, nextTry, restAfter } from './schedule.ts';

function triesOf(chance: number): number[] {
  const times = [0];
  for (let tries = 1; tries < 100; tries += 1) {
    const next = nextTry({ now: times.at(-1)!, tries, give_up_at: KEEP_TRYING_MS, chance });
    if (next === null) return times;
    times.push(next);
  }
  throw new Error('It never ends');
}

test.each([0, 0.5, 1])(
  'tries go on for three days with growing gaps, the last one at their end (chance %d)',
  (chance) => {
    const times = triesOf(chance);
    expect(times.length).toBeGreaterThan(9);
    expect(times.at(-1)).toBe(3 * DAY);
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    expect(gaps[0]).toBeLessThanOrEqual(11 * SECOND);
    for (let index = 1; index < gaps.length - 1; index += 1) expect(gaps[index]!).toBeGreaterThan(gaps[index - 1]!);
  },
);

test('a webhook that fails is left alone for longer and longer, and never for long', () => {
  expect(restAfter(1, 0.5)).toBe(10 * SECOND);
  expect(restAfter(3, 0.5)).toBe(40 * SECOND);
  expect(restAfter(40, 0.5)).toBe(5 * MINUTE);
});

test('five days without a success are enough', () => {
  expect(isToBeDisabled(0, 5 * DAY - HOUR)).toBe(false);
  expect(isToBeDisabled(0, 5 * DAY)).toBe(true);
});
