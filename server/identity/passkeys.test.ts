import { login, logout, me } from '@smooth/contract/identity/auth.ts';
import { startMasquerade, takeHandOver } from '@smooth/contract/identity/masquerade.ts';
import {
  addPasskey,
  listPasskeys,
  loginWithPasskey,
  removePasskey,
  renamePasskey,
  startPasskey,
  startPasskeyProof,
  startPasskeySignIn,
} from '@smooth/contract/identity/passkeys.ts';
import { proveIdentity } from '@smooth/contract/identity/sessions.ts';
import { disableTotp, getSecondFactors, loginWithCode, renewRecoveryCodes } from '@smooth/contract/identity/totp.ts';
import { listTenants } from '@smooth/contract/platform/tenants.ts';
import { buildApi } from '../api/app.ts';
import { authenticator } from '../testing/authenticator.ts';
import { PASSWORD } from '../testing/cast.ts';
import { type Person, personOf } from '../testing/person.ts';
import { expect, test as plain } from '../testing/test.ts';
import { clearPasses } from './actions/passes.ts';

const test = plain.extend('tidy', { auto: true }, async ({ house }, { onCleanup }) => {
  onCleanup(async () => {
    for (const table of ['passkeys', 'recovery_codes', 'totp', 'passes'])
      await house.rows('public', `DELETE FROM ${table}`);
  });
  return null;
});

const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;

/** Gives somebody a passkey; answers the device that has it. */
async function withPasskey(person: Person, visitor: Person, name = 'Phone') {
  const { cookie } = await person.signedIn();
  const device = authenticator();
  const options = await visitor.call(startPasskey, {}, { cookie });
  const added = await visitor.call(addPasskey, { body: { name, passkey: device.create(options.body) } }, { cookie });
  expect(added.status, added.text).toBe(201);
  return { device, cookie, ...added.body };
}

type Device = ReturnType<typeof authenticator>;
const challengeAt = async (visitor: Person) => (await visitor.call(startPasskeySignIn)).body;
const comeIn = async (visitor: Person, device: Device, how: Parameters<Device['sign']>[1] = {}) =>
  visitor.call(loginWithPasskey, { body: { passkey: device.sign(await challengeAt(visitor), how) } });

test('a passkey opens the account alone, and is listed, renamed and removed', async ({ salon }) => {
  const { visitor, people } = salon;
  const { device, cookie, passkey } = await withPasskey(people.marek, visitor);
  expect(passkey).toMatchObject({ name: 'Phone', host: 'salon.localhost', can: { use_here: true } });
  const inside = await comeIn(visitor, device);
  expect(inside.body).toEqual({ next: 'done' });
  const own = { cookie: cookieOf(inside) };
  expect((await visitor.call(me, {}, own)).body.user.email).toBe('marek@salon.example');
  const { id } = passkey;
  await visitor.call(renamePasskey, { params: { id }, body: { name: 'Key ring' } }, { cookie });
  const listed = await visitor.call(listPasskeys, {}, own);
  expect(listed.body.data).toMatchObject([{ name: 'Key ring', last_used_at: '2026-07-14T08:00:00Z' }]);
  expect((await visitor.call(removePasskey, { params: { id } }, { cookie })).status).toBe(204);
  expect(await comeIn(visitor, device)).toBeRefused(401, 'wrong_credentials');
});

test('adding, using and removing one is written down', async ({ house, salon }) => {
  const { device, cookie, passkey } = await withPasskey(salon.people.marek, salon.visitor);
  await comeIn(salon.visitor, device);
  await salon.visitor.call(removePasskey, { params: { id: passkey.id } }, { cookie });
  await comeIn(salon.visitor, device);
  const written = await house.rows('public', 'SELECT action, detail FROM audit');
  for (const [action, detail] of [
    ['PASSKEY_ADDED', { name: 'Phone' }],
    ['SIGN_IN', { by: 'passkey' }],
    ['PASSKEY_REMOVED', { name: 'Phone' }],
    ['SIGN_IN_FAILED', { step: 'passkey' }],
  ])
    expect(written).toContainEqual({ action, detail });
});

test('a challenge counts once, even when it comes many times at once, and for five minutes', async ({ salon, at }) => {
  const { visitor, people } = salon;
  const { device } = await withPasskey(people.marek, visitor);
  const challenge = await challengeAt(visitor);
  const passkeys = Array.from({ length: 10 }, () => device.sign(challenge));
  const answers = await Promise.all(passkeys.map((passkey) => visitor.call(loginWithPasskey, { body: { passkey } })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(9);
  const late = device.sign(await challengeAt(visitor));
  at('2026-07-14T08:05Z');
  expect(await visitor.call(loginWithPasskey, { body: { passkey: late } })).toBeRefused(410, 'link_expired');
});

test('a challenge nobody gave, or that was given for something else, opens nothing', async ({ salon }) => {
  const { visitor, people } = salon;
  const { device, cookie } = await withPasskey(people.marek, visitor);
  const invented = { ...(await challengeAt(visitor)), challenge: Buffer.from('l-invented').toString('base64url') };
  const proof = await visitor.call(startPasskeyProof, {}, { cookie });
  for (const challenge of [invented, proof.body])
    expect(await visitor.call(loginWithPasskey, { body: { passkey: device.sign(challenge) } })).toBeRefused(
      410,
      'link_expired',
    );
});

test('of challenges only a hash is kept, and they are cleared away', async ({ house, salon, at }) => {
  const { challenge } = await challengeAt(salon.visitor);
  const passes = () =>
    house.rows<{ text: string }>('public', "SELECT p::text AS text FROM passes p WHERE purpose = 'passkey'");
  const [row] = await passes();
  expect(row!.text).not.toContain(Buffer.from(challenge, 'base64url').toString());
  await clearPasses(house.core);
  expect(await passes()).toHaveLength(1);
  at('2026-07-14T10:00Z');
  await clearPasses(house.core);
  expect(await passes()).toEqual([]);
});

test('a page of another origin gets nowhere, at the sign-in and with a new passkey', async ({ salon }) => {
  const { visitor, people } = salon;
  const { device } = await withPasskey(people.marek, visitor);
  const { cookie } = await visitor
    .call(loginWithPasskey, { body: { passkey: device.sign(await challengeAt(visitor)) } })
    .then((answer) => ({ cookie: cookieOf(answer) }));
  const origins = ['http://salon.localhost', 'https://salon.localhost:3000', 'http://x.salon.localhost:3000'];
  for (const origin of [...origins, 'http://localhost:3000', 'http://clinic.localhost:3000']) {
    expect(await comeIn(visitor, device, { origin }), origin).toBeRefused(401, 'wrong_credentials');
    const { body } = await visitor.call(startPasskey, {}, { cookie });
    const passkey = authenticator().create(body, { origin });
    const added = await visitor.call(addPasskey, { body: { name: 'Theirs', passkey } }, { cookie });
    expect(added, origin).toBeRefused(422, 'wrong_proof', '/body/passkey');
  }
});

test('a passkey opens its own business and mode only', async ({ salon, salonTest, clinic, platform }) => {
  const ana = await withPasskey(salon.people.ana, salon.visitor);
  const olga = await withPasskey(salon.people.olga, salon.visitor);
  for (const { visitor } of [clinic, platform]) {
    // The device would not even offer it there; whoever makes it sign all the same gets no further.
    expect(await comeIn(visitor, ana.device)).toBeRefused(401, 'wrong_credentials');
    const foreign = { ...(await challengeAt(visitor)), rpId: 'salon.localhost' };
    expect(await visitor.call(loginWithPasskey, { body: { passkey: ana.device.sign(foreign) } })).toBeRefused(
      401,
      'wrong_credentials',
    );
    const elsewhere = ana.device.sign(await challengeAt(salon.visitor));
    expect(await visitor.call(loginWithPasskey, { body: { passkey: elsewhere } })).toBeRefused(410, 'link_expired');
  }
  expect(await comeIn(salonTest.visitor, ana.device)).toBeRefused(401, 'wrong_credentials');
  expect((await comeIn(salonTest.visitor, olga.device)).status).toBe(200);
  const live = olga.device.sign(await challengeAt(salon.visitor));
  expect(await salonTest.visitor.call(loginWithPasskey, { body: { passkey: live } })).toBeRefused(410, 'link_expired');
});

test('a copy, a device that verified nobody, and another name for the key are refused alike', async ({ salon }) => {
  const { visitor, people } = salon;
  const { device } = await withPasskey(people.marek, visitor);
  expect((await comeIn(visitor, device)).status).toBe(200);
  device.count = 0;
  const answers = [
    await comeIn(visitor, device),
    await comeIn(visitor, device, { unverified: true }),
    await comeIn(visitor, device, { id: authenticator().id }),
    await comeIn(visitor, authenticator()),
  ];
  const bodies = answers.map(({ status, body }) => ({ ...body, status, request_id: '' }));
  for (const body of bodies) expect(body).toEqual({ ...bodies[0], status: 401, code: 'wrong_credentials' });
});

test('the same passkey counts once, over all businesses', async ({ salon, clinic }) => {
  const { device } = await withPasskey(salon.people.marek, salon.visitor);
  const { cookie } = await clinic.people.chen.signedIn();
  const options = await clinic.visitor.call(startPasskey, {}, { cookie });
  const again = await clinic.visitor.call(
    addPasskey,
    { body: { name: 'Again', passkey: device.create(options.body) } },
    { cookie },
  );
  expect(again).toBeRefused(409, 'duplicate');
});

test('a switched-off account does not come in by it', async ({ house, salon }) => {
  const { device } = await withPasskey(salon.people.ben, salon.visitor);
  await house.rows('public', 'UPDATE users SET is_active = false WHERE id = $1', [salon.users.ben]);
  expect(await comeIn(salon.visitor, device)).toBeRefused(401, 'wrong_credentials');
  await house.rows('public', 'UPDATE users SET is_active = true WHERE id = $1', [salon.users.ben]);
});

const signIn = (visitor: Person, email: string) => visitor.call(login, { body: { email, password: PASSWORD } });

test('after a password it is the second step, by a passkey of the same person or a recovery code', async ({
  salon,
}) => {
  const { visitor, people } = salon;
  const other = await withPasskey(people.olga, visitor);
  const { device, recovery_codes } = await withPasskey(people.marek, visitor);
  expect(recovery_codes).toHaveLength(10);
  const first = await signIn(visitor, 'marek@salon.example');
  expect(first.body).toMatchObject({ next: 'passkey', factors: ['passkey', 'recovery_code'] });
  expect(first.headers['set-cookie']).toBeUndefined();
  const challenge = first.body.challenge!;
  const wrong = { passkey: other.device.sign(await challengeAt(visitor)), challenge };
  expect(await visitor.call(loginWithPasskey, { body: wrong })).toBeRefused(401, 'wrong_credentials');
  const right = { passkey: device.sign(await challengeAt(visitor)), challenge };
  expect((await visitor.call(loginWithPasskey, { body: right })).body).toEqual({ next: 'done' });
  const used = { passkey: device.sign(await challengeAt(visitor)), challenge };
  expect(await visitor.call(loginWithPasskey, { body: used })).toBeRefused(410, 'link_expired');
  const next = (await signIn(visitor, 'marek@salon.example')).body.challenge!;
  const byCode = await visitor.call(loginWithCode, { body: { challenge: next, code: recovery_codes![0]! } });
  expect(byCode.body).toEqual({ next: 'done' });
});

test('the first second factor ends what came in without one; with the last the recovery codes go', async ({
  salon,
}) => {
  const { visitor, people } = salon;
  const before = await people.marek.signedIn();
  const { cookie, passkey } = await withPasskey(people.marek, visitor);
  expect((await visitor.call(me, {}, { cookie: before.cookie })).status).toBe(401);
  const more = authenticator();
  const options = await visitor.call(startPasskey, {}, { cookie });
  const body = { name: 'Second', passkey: more.create(options.body) };
  const second = await visitor.call(addPasskey, { body }, { cookie });
  expect(second.body.recovery_codes).toBe(null);
  const left = async () => (await visitor.call(getSecondFactors, {}, { cookie })).body.recovery_codes_left;
  await visitor.call(disableTotp, {}, { cookie });
  await visitor.call(removePasskey, { params: { id: passkey.id } }, { cookie });
  expect(await left()).toBe(10);
  await visitor.call(removePasskey, { params: { id: second.body.passkey.id } }, { cookie });
  expect(await left()).toBe(0);
  expect((await signIn(visitor, 'marek@salon.example')).body).toEqual({ next: 'done' });
});

test('it proves identity where a fresh proof is asked for, for its own person alone', async ({ salon, at }) => {
  const { visitor, people } = salon;
  const olga = await withPasskey(people.olga, visitor);
  const { device, cookie } = await withPasskey(people.marek, visitor);
  at('2026-07-14T08:20Z');
  expect(await visitor.call(renewRecoveryCodes, {}, { cookie })).toBeRefused(403, 'sudo_required');
  const challenge = async (own: string) => (await visitor.call(startPasskeyProof, {}, { cookie: own })).body;
  const prove = (passkey: ReturnType<Device['sign']>) => visitor.call(proveIdentity, { body: { passkey } }, { cookie });
  expect(await prove(olga.device.sign(await challenge(cookie)))).toBeRefused(422, 'wrong_proof', '/body/passkey');
  expect(await prove(device.sign(await challenge(olga.cookie)))).toBeRefused(410, 'link_expired');
  expect(await prove(device.sign(await challengeAt(visitor)))).toBeRefused(410, 'link_expired');
  const proved = await prove(device.sign(await challenge(cookie)));
  expect(proved.status).toBe(200);
  expect((await visitor.call(renewRecoveryCodes, {}, { cookie: cookieOf(proved) })).status).toBe(200);
});

test('passkeys of others are not found', async ({ salon }) => {
  const { passkey } = await withPasskey(salon.people.olga, salon.visitor);
  const params = { id: passkey.id };
  expect(await salon.people.marek.call(renamePasskey, { params, body: { name: 'Mine' } })).toBeRefused(
    404,
    'not_found',
  );
  expect(await salon.people.marek.call(removePasskey, { params })).toBeRefused(404, 'not_found');
  expect((await salon.people.marek.call(listPasskeys)).body.data).toEqual([]);
});

test('while somebody acts as another, no passkey opens, proves or changes anything', async ({ salon, platform }) => {
  const { device, passkey } = await withPasskey(salon.people.olga, salon.visitor);
  const { cookie: root } = await platform.root.signedIn();
  const body = { user_id: salon.users.olga, reason: 'Looks for a lost booking' };
  const begun = await platform.visitor.call(startMasquerade, { body }, { cookie: root });
  const hand_over_token = new URL(begun.body.address).pathname.replace('/hand-over/', '');
  const acting = { cookie: cookieOf(await salon.visitor.call(takeHandOver, { params: { hand_over_token } })) };
  const signed = device.sign(await challengeAt(salon.visitor));
  const params = { id: passkey.id };
  for (const answer of [
    await salon.visitor.call(startPasskeySignIn, {}, acting),
    await salon.visitor.call(loginWithPasskey, { body: { passkey: signed } }, acting),
    await salon.visitor.call(startPasskeyProof, {}, acting),
    await salon.visitor.call(startPasskey, {}, acting),
    await salon.visitor.call(renamePasskey, { params, body: { name: 'Mine' } }, acting),
    await salon.visitor.call(removePasskey, { params }, acting),
  ])
    expect(answer).toBeRefused(403, 'acting_as_somebody');
  await salon.visitor.call(logout, {}, acting);
});

test('in production it is the second factor that people of the platform need', async ({ house }) => {
  const { app } = await buildApi({ ...house.core, config: { ...house.core.config, production: true } });
  const standing = { app, now: () => house.clock.now(), host: 'platform.localhost:3000' };
  const visitor = personOf(standing);
  const root = personOf({ ...standing, credentials: { email: 'root@platform.example', password: PASSWORD } });
  expect(await root.call(listTenants)).toBeRefused(403, 'second_factor_required');
  const { device, cookie } = await withPasskey(root, visitor);
  expect((await visitor.call(listTenants, {}, { cookie })).status).toBe(200);
  const inside = await comeIn(visitor, device);
  expect((await visitor.call(me, {}, { cookie: cookieOf(inside) })).body.second_factor_required).toBe(false);
  await app.close();
});
