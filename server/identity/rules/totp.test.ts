import { expect, test } from 'vitest';
import { base32, codeAt, newRecoveryCodes, openSecret, otpauthUri, sealSecret, stepAt, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, cut to six digits.
test.for([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const)('at second %i the code is %s', ([second, code]) => {
  expect(codeAt(secret, stepAt(second * 1000))).toBe(code);
});

test('a code counts half a minute early and late, and no longer', () => {
  const now = 1_234_567_890_000;
  const code = codeAt(secret, stepAt(now));
  expect([-60, -30, 0, 30, 60].map((late) => stepOfCode(secret, code, now + late * 1000) !== null)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(stepAt(now));
  for (const wrong of ['', '12345', 'abcdef', '１２３４５６', `${code}0`])
    expect(stepOfCode(secret, wrong, now)).toBe(null);
});

test('an app takes the secret from the address', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  const uri = new URL(otpauthUri(secret, { issuer: 'Corner & Co', account: 'olga@salon.example' }));
  expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
  expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: base32(secret), issuer: 'Corner & Co' });
});

test('a sealed secret opens with its key for its person, and for nobody else', () => {
  const key = Buffer.from('key');
  const sealed = sealSecret(key, 'olga', secret);
  expect(sealed.includes(secret)).toBe(false);
  expect(openSecret(key, 'olga', sealed)).toEqual(secret);
  expect(() => openSecret(key, 'marek', sealed)).toThrow();
  expect(() => openSecret(Buffer.from('other'), 'olga', sealed)).toThrow();
});

test('recovery codes differ', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
});
