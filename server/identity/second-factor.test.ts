import { me } from '@smooth/contract/identity/auth.ts';
import { proveIdentity } from '@smooth/contract/identity/sessions.ts';
import { listTenants } from '@smooth/contract/platform/tenants.ts';
import {
  confirmTotp,
  disableTotp,
  getSecondFactors,
  loginWithCode,
  renewRecoveryCodes,
  startTotp,
} from '@smooth/contract/identity/totp.ts';
import { buildApi } from '../api/app.ts';
import { PASSWORD } from '../testing/cast.ts';
import type { House } from '../testing/house.ts';
import { type Person, personOf } from '../testing/person.ts';
import { expect, test as plain } from '../testing/test.ts';
import { codeAt, stepAt } from './rules/totp.ts';

const test = plain.extend('tidy', { auto: true }, async ({ house }, { onCleanup }) => {
  onCleanup(async () => {
    await house.rows('public', 'DELETE FROM totp');
    await house.rows('public', 'DELETE FROM recovery_codes');
  });
  return null;
});

const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;

function fromBase32(text: string): Buffer {
  const bits = text
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  );
}

/** Sets up an app for somebody; answers what it shows and the codes on paper. */
async function withApp(house: House, person: Person, visitor: Person) {
  const { cookie } = await person.signedIn();
  const { body } = await visitor.call(startTotp, {}, { cookie });
  const secret = fromBase32(body.secret);
  const code = () => codeAt(secret, stepAt(house.clock.now()));
  const confirmed = await visitor.call(confirmTotp, { body: { code: code() } }, { cookie });
  expect(confirmed.status).toBe(200);
  return { cookie, code, secret, codes: confirmed.body.recovery_codes };
}
const signIn = (visitor: Person, email: string) => visitor.post('/api/auth/login', { email, password: PASSWORD });

test('with an app the password alone opens nothing', async ({ house, salon, at }) => {
  const { visitor, people } = salon;
  const { code } = await withApp(house, people.marek, visitor);
  const first = await signIn(visitor, 'marek@salon.example');
  expect(first.body).toMatchObject({ next: 'totp', challenge: expect.any(String) });
  expect(first.headers['set-cookie']).toBeUndefined();
  const challenge = String(first.body['challenge']);
  at('2026-07-14T08:01Z');
  const wrong = await visitor.call(loginWithCode, { body: { challenge, code: '000000' } });
  expect(wrong).toBeRefused(401, 'wrong_credentials');
  const right = await visitor.call(loginWithCode, { body: { challenge, code: code() } });
  expect(right.body).toEqual({ next: 'done' });
  const { body } = await visitor.call(me, {}, { cookie: cookieOf(right) });
  expect(body.user.email).toBe('marek@salon.example');
  at('2026-07-14T08:02Z');
  const again = await visitor.call(loginWithCode, { body: { challenge, code: code() } });
  expect(again).toBeRefused(410, 'link_expired');
});

test('a code that comes twenty times at once lets one in', async ({ house, salon, at }) => {
  const { visitor, people } = salon;
  const { code } = await withApp(house, people.marek, visitor);
  at('2026-07-14T08:01Z');
  const firsts = await Promise.all(Array.from({ length: 20 }, () => signIn(visitor, 'marek@salon.example')));
  const answers = await Promise.all(
    firsts.map(({ body }) =>
      visitor.call(loginWithCode, { body: { challenge: String(body['challenge']), code: code() } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('a recovery code that comes twenty times at once lets one in, and is gone', async ({ house, salon }) => {
  const { visitor, people } = salon;
  const { codes } = await withApp(house, people.marek, visitor);
  const firsts = await Promise.all(Array.from({ length: 20 }, () => signIn(visitor, 'marek@salon.example')));
  const answers = await Promise.all(
    firsts.map(({ body }) =>
      visitor.call(loginWithCode, {
        body: { challenge: String(body['challenge']), code: ` ${codes[0]!.toUpperCase()} ` },
      }),
    ),
  );
  const inside = answers.filter(({ status }) => status === 200);
  expect(inside).toHaveLength(1);
  const left = await visitor.call(getSecondFactors, {}, { cookie: cookieOf(inside[0]!) });
  expect(left.body).toEqual({ has_totp: true, recovery_codes_left: 9, is_required: false });
});

test('a step takes five tries, and belongs to its business and mode', async ({
  house,
  salon,
  salonTest,
  clinic,
  at,
}) => {
  const { visitor, people } = salon;
  const { code } = await withApp(house, people.marek, visitor);
  at('2026-07-14T08:01Z');
  const challenge = String((await signIn(visitor, 'marek@salon.example')).body['challenge']);
  for (const other of [clinic.visitor, salonTest.visitor])
    expect(await other.call(loginWithCode, { body: { challenge, code: code() } })).toBeRefused(404, 'not_found');
  for (let n = 0; n < 5; n += 1)
    expect((await visitor.call(loginWithCode, { body: { challenge, code: '123456' } })).status).toBe(401);
  expect(await visitor.call(loginWithCode, { body: { challenge, code: code() } })).toBeRefused(410, 'link_expired');
});

test('a step runs out after five minutes', async ({ house, salon, at }) => {
  const { code } = await withApp(house, salon.people.marek, salon.visitor);
  const challenge = String((await signIn(salon.visitor, 'marek@salon.example')).body['challenge']);
  at('2026-07-14T08:05Z');
  expect(await salon.visitor.call(loginWithCode, { body: { challenge, code: code() } })).toBeRefused(
    410,
    'link_expired',
  );
});

test('identity is proved by a code, too, each once; new recovery codes void the old', async ({ house, salon, at }) => {
  const { visitor, people } = salon;
  const { cookie, code, codes } = await withApp(house, people.marek, visitor);
  at('2026-07-14T08:20Z');
  expect(await visitor.call(renewRecoveryCodes, {}, { cookie })).toBeRefused(403, 'sudo_required');
  const proved = await visitor.call(proveIdentity, { body: { code: code() } }, { cookie });
  const renewed = { cookie: cookieOf(proved) };
  expect(await visitor.call(proveIdentity, { body: { code: code() } }, renewed)).toBeRefused(422, 'wrong_proof');
  const { body } = await visitor.call(renewRecoveryCodes, {}, renewed);
  expect(body.recovery_codes).toHaveLength(10);
  expect(await visitor.call(proveIdentity, { body: { code: codes[0]! } }, renewed)).toBeRefused(422, 'wrong_proof');
  expect((await visitor.call(proveIdentity, { body: { code: body.recovery_codes[0]! } }, renewed)).status).toBe(200);
});

test('an app is set up once, and taken away again', async ({ house, salon }) => {
  const { visitor, people } = salon;
  const { cookie, secret } = await withApp(house, people.marek, visitor);
  expect(await visitor.call(startTotp, {}, { cookie })).toBeRefused(409, 'duplicate');
  const [row] = await house.rows<{ text: string }>('public', 'SELECT totp::text AS text FROM totp');
  expect(row!.text).not.toContain(secret.toString('hex'));
  expect((await visitor.call(disableTotp, {}, { cookie })).status).toBe(204);
  expect((await signIn(visitor, 'marek@salon.example')).body).toEqual({ next: 'done' });
});

test('a wrong code sets up nothing', async ({ salon }) => {
  const { visitor, people } = salon;
  const { cookie } = await people.marek.signedIn();
  expect(await visitor.call(confirmTotp, { body: { code: '123456' } }, { cookie })).toBeRefused(404, 'not_found');
  await visitor.call(startTotp, {}, { cookie });
  expect(await visitor.call(confirmTotp, { body: { code: 'abcdef' } }, { cookie })).toBeRefused(
    422,
    'wrong_proof',
    '/body/code',
  );
  expect((await signIn(visitor, 'marek@salon.example')).body).toEqual({ next: 'done' });
});

test('in production people of the platform do nothing before they have a second factor', async ({ house, salon }) => {
  const config = { ...house.core.config, production: true };
  const { app } = await buildApi({ ...house.core, config });
  const standing = { app, now: () => house.clock.now() };
  const at = (host: string, email?: string) =>
    personOf({ ...standing, host, ...(email && { credentials: { email, password: PASSWORD } }) });
  const root = at('platform.localhost:3000', 'root@platform.example');
  expect(await root.call(listTenants)).toBeRefused(403, 'second_factor_required');
  expect((await root.call(me)).body.second_factor_required).toBe(true);
  const { cookie } = await withApp(house, root, at('platform.localhost:3000'));
  expect((await at('platform.localhost:3000').call(listTenants, {}, { cookie })).status).toBe(200);
  expect((await at('salon.localhost:3000', 'olga@salon.example').call(me)).body.second_factor_required).toBe(false);
  expect(salon.mode).toBe('live');
  await app.close();
});
