import { hash } from '@node-rs/argon2';
import type { FastifyInstance } from 'fastify';
import { buildApi } from '../api/app.ts';
import { PASSWORD } from '../testing/cast.ts';
import type { House } from '../testing/house.ts';
import { expect, test as plain } from '../testing/test.ts';

const ATTEMPTS = 5;

/** The house as it is configured outside of tests: guessing is limited. */
const test = plain.extend('strict', async ({ house }, { onCleanup }) => {
  const { app } = await buildApi(strictly(house));
  onCleanup(() => app.close());
  return app;
});
const strictly = ({ core }: House) => ({ ...core, config: { ...core.config, signInAttempts: ATTEMPTS } });

interface Try {
  email?: string;
  password?: string;
  from?: string;
  at?: string;
}
const attempt = (
  app: FastifyInstance,
  { email = 'olga@salon.example', password = 'wrong', from = '192.0.2.1', at = 'salon' }: Try = {},
) =>
  app.inject({
    method: 'POST',
    url: '/api/auth/login',
    headers: { host: `${at}.localhost:3000` },
    remoteAddress: from,
    payload: { email, password },
  });
const wearOut = async (app: FastifyInstance, about: Try = {}) => {
  for (let n = 0; n < ATTEMPTS; n += 1) expect((await attempt(app, about)).statusCode).toBe(401);
};

test('guessing at one account from one address ends, even with the right password', async ({ strict }) => {
  await wearOut(strict);
  expect((await attempt(strict)).json()).toMatchObject({ status: 429, code: 'rate_limited' });
  expect((await attempt(strict, { password: PASSWORD })).statusCode).toBe(429);
});

test('the owner comes in from elsewhere meanwhile, and others from the same address', async ({ strict }) => {
  await wearOut(strict);
  expect((await attempt(strict, { password: PASSWORD, from: '192.0.2.2' })).statusCode).toBe(200);
  expect((await attempt(strict, { password: PASSWORD, email: 'marek@salon.example' })).statusCode).toBe(200);
});

test('the spelling of the e-mail wins no further guesses', async ({ strict }) => {
  await wearOut(strict);
  for (const email of ['OLGA@salon.example', ' olga@salon.example '])
    expect((await attempt(strict, { email })).statusCode).toBe(429);
});

test('fifty guesses at once are not all let in', async ({ strict }) => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => attempt(strict)));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(ATTEMPTS);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(50 - ATTEMPTS);
});

test('one address cannot go through many accounts', async ({ strict }) => {
  const answers = [];
  for (let n = 0; n < ATTEMPTS * 11; n += 1) answers.push(await attempt(strict, { email: `guess${n}@salon.example` }));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(ATTEMPTS * 10);
  expect(answers.at(-1)!.statusCode).toBe(429);
});

test('a right password takes back the wrong ones before it', async ({ strict }) => {
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < ATTEMPTS - 1; n += 1) await attempt(strict);
    expect((await attempt(strict, { password: PASSWORD })).statusCode).toBe(200);
  }
});

test('an account that exists and one that does not are answered alike, after alike work', async ({ house }) => {
  // The cast has cheap hashes; here the real cost counts.
  await house.rows('public', `UPDATE users SET password_hash = $1 WHERE email = 'marek@salon.example'`, [
    await hash(PASSWORD),
  ]);
  const times: Record<string, number[]> = { 'marek@salon.example': [], 'nobody@salon.example': [] };
  const bodies = new Set<string>();
  for (let round = 0; round < 7; round += 1) {
    for (const [email, measured] of Object.entries(times)) {
      const began = performance.now();
      const answer = await attempt(house.app, { email });
      measured.push(performance.now() - began);
      bodies.add(JSON.stringify({ ...answer.json<object>(), request_id: '' }));
    }
  }
  expect(bodies.size).toBe(1);
  const [known, unknown] = Object.values(times).map((list) => list.toSorted((a, b) => a - b)[3]!);
  expect(unknown! / known!).toBeGreaterThan(1 / 3);
  expect(unknown! / known!).toBeLessThan(3);
});
