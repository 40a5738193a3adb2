import { expect, test } from 'vitest';
import { Refused } from '../errors.ts';
import { tryAgain } from './try-again.ts';

const conflict = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });

/** Fails this often, then answers how often it was tried. */
function failing(times: number, reason: () => Error) {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries <= times) throw reason();
    return tries;
  };
}

test('what others stood in the way of is tried again, four times at most', async () => {
  expect(await tryAgain(failing(0, conflict))).toBe(1);
  expect(await tryAgain(failing(3, conflict))).toBe(4);
  await expect(tryAgain(failing(4, conflict))).rejects.toThrow('deadlock detected');
});

test('a refusal is final at once', async () => {
  await expect(tryAgain(failing(1, () => new Refused('not_found')))).rejects.toThrow(Refused);
});
