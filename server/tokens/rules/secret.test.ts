import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hintOf, modeOfSecret, newSecret } from './secret.ts';

test('ten thousand tokens are all known by their pattern and checksum, and all differ', () => {
  const made = Array.from({ length: 10_000 }, (_, index) => newSecret(index % 2 === 0 ? 'live' : 'sandbox'));
  for (const [index, secret] of made.entries()) {
    expect(secret).toMatch(/^ss_(live|test)_[0-9A-Za-z]{38}$/);
    expect(modeOfSecret(secret)).toBe(index % 2 === 0 ? 'live' : 'sandbox');
  }
  expect(new Set(made).size).toBe(made.length);
});

test('every digit is as likely as the others', () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 5000; index += 1)
    for (const digit of newSecret('live').slice(8, 40)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const usual = (5000 * 32) / 62;
  expect(counts.size).toBe(62);
  for (const [digit, count] of counts) expect([digit, Math.abs(count / usual - 1) < 0.15]).toEqual([digit, true]);
});

test('one wrong character, one missing or one too many, and it is none', () => {
  fc.assert(
    fc.property(fc.nat(45), fc.constantFrom('0', 'a', 'Z', '_', '-', ' ', 'é'), (at, character) => {
      const secret = newSecret('live');
      const changed = secret.slice(0, at) + character + secret.slice(at + 1);
      expect(modeOfSecret(changed)).toBe(changed === secret ? 'live' : null);
      expect(modeOfSecret(secret.slice(0, at) + secret.slice(at + 1))).toBe(null);
      expect(modeOfSecret(secret + character)).toBe(null);
    }),
  );
});

test('the mode cannot be changed by hand', () => {
  expect(modeOfSecret(newSecret('sandbox').replace('test', 'live'))).toBe(null);
});

test('a hint shows the kind and the end', () => {
  const secret = newSecret('sandbox');
  expect(hintOf(secret)).toBe(`ss_test_…${secret.slice(-4)}`);
});
