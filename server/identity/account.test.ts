import { changeMe, me } from '@smooth/contract/identity/auth.ts';
import { askPasswordReset, changePassword, resetPassword, verifyEmail } from '@smooth/contract/identity/passwords.ts';
import { listSessions, proveIdentity, revokeOtherSessions, revokeSession } from '@smooth/contract/identity/sessions.ts';
import { startTotp } from '@smooth/contract/identity/totp.ts';
import { readMailbox } from '../core/mail/mailbox.ts';
import { cheapHash, PASSWORD } from '../testing/cast.ts';
import type { Person } from '../testing/person.ts';
import { startBackground, until } from '../testing/post-office.ts';
import { expect, test as plain } from '../testing/test.ts';

const test = plain
  .extend('tidy', { auto: true }, async ({ house }, { onCleanup }) => {
    const hash = await cheapHash();
    onCleanup(async () => {
      await house.rows('public', 'UPDATE users SET password_hash = $1, email_verified_at = NULL', [hash]);
      await house.rows('public', 'DELETE FROM letters');
    });
    return null;
  })
  .extend('mails', async ({ house }, { onCleanup }) => {
    const background = await startBackground(house);
    onCleanup(() => background.stop());
    return () => readMailbox(background.core.config.dataDir);
  });

const NEW = 'a wholly new password';
const tokenOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;
const linkIn = (text: string) => /https?:\/\/\S+/.exec(text)![0];

/** Several sessions of one person. */
const sessionsOf = async (person: Person, count: number) =>
  Promise.all(Array.from({ length: count }, async () => (await person.signedIn()).cookie));

test('people see where they are signed in, and sign one of it out', async ({ salon }) => {
  const { visitor, people } = salon;
  const [here, there] = await sessionsOf(people.ben, 2);
  const { body } = await visitor.call(listSessions, {}, { cookie: here! });
  expect(body.data.filter(({ is_current }) => is_current)).toHaveLength(1);
  expect(body.data[0]).toMatchObject({ ip_address: '127.0.0.1', mode: 'live' });
  const { body: its } = await visitor.call(listSessions, {}, { cookie: there! });
  const { id } = its.data.find(({ is_current }) => is_current)!;
  expect((await visitor.call(revokeSession, { params: { id } }, { cookie: here! })).status).toBe(204);
  expect(await visitor.call(me, {}, { cookie: there! })).toBeRefused(401, 'unauthenticated');
  expect((await visitor.call(me, {}, { cookie: here! })).status).toBe(200);
});

test('nobody signs out the session of somebody else', async ({ salon, olga, marek, clinic }) => {
  const { body } = await marek.call(listSessions);
  const { id } = body.data[0]!;
  for (const other of [olga, clinic.people.carla])
    expect((await other.call(revokeSession, { params: { id } })).status).toBe(204);
  expect((await marek.call(listSessions)).body.data.map((one) => one.id)).toContain(id);
  expect((await olga.call(listSessions)).body.data.map((one) => one.id)).not.toContain(id);
  expect(salon.mode).toBe('live');
});

test('everywhere but here means that', async ({ salon }) => {
  const [here, ...others] = await sessionsOf(salon.people.ana, 3);
  const answer = await salon.visitor.call(revokeOtherSessions, {}, { cookie: here! });
  expect(answer.body.revoked).toBeGreaterThanOrEqual(2);
  for (const cookie of others) expect((await salon.visitor.call(me, {}, { cookie })).status).toBe(401);
  expect((await salon.visitor.call(me, {}, { cookie: here! })).status).toBe(200);
});

test('after a quarter of an hour identity is proved again, and the session gets another token', async ({
  salon,
  at,
}) => {
  const { cookie } = await salon.people.marek.signedIn();
  const { visitor } = salon;
  at('2026-07-14T08:14:59Z');
  expect((await visitor.call(startTotp, {}, { cookie })).status).toBe(200);
  at('2026-07-14T08:15:00Z');
  expect(await visitor.call(startTotp, {}, { cookie })).toBeRefused(403, 'sudo_required');
  const wrong = await visitor.call(proveIdentity, { body: { password: 'not mine' } }, { cookie });
  expect(wrong).toBeRefused(422, 'wrong_proof', '/body/password');
  const proved = await visitor.call(proveIdentity, { body: { password: PASSWORD } }, { cookie });
  expect(proved.body).toEqual({ proved_until: '2026-07-14T08:30:00Z' });
  expect(await visitor.call(me, {}, { cookie })).toBeRefused(401, 'unauthenticated');
  const renewed = { cookie: tokenOf(proved) };
  expect((await visitor.call(startTotp, {}, renewed)).status).toBe(200);
  expect((await visitor.call(me, {}, renewed)).body.session.proved_until).toBe('2026-07-14T08:30:00Z');
});

test('a changed password ends all other sessions, and the old one opens nothing', async ({ salon, mails }) => {
  const { visitor, people } = salon;
  const [here, other] = await sessionsOf(people.ben, 2);
  const body = { current_password: PASSWORD, new_password: NEW };
  const wrong = await visitor.call(changePassword, { body: { ...body, current_password: 'x' } }, { cookie: here! });
  expect(wrong).toBeRefused(422, 'wrong_proof');
  const short = await visitor.call(changePassword, { body: { ...body, new_password: 'short' } }, { cookie: here! });
  expect(short).toBeRefused(400, 'malformed_request', '/body/new_password');
  const changed = await visitor.call(changePassword, { body }, { cookie: here! });
  expect(changed.status).toBe(204);
  for (const cookie of [here!, other!]) expect((await visitor.call(me, {}, { cookie })).status).toBe(401);
  expect((await visitor.call(me, {}, { cookie: tokenOf(changed) })).status).toBe(200);
  const sign = (password: string) => visitor.post('/api/auth/login', { email: 'ben@salon.example', password });
  expect([(await sign(PASSWORD)).status, (await sign(NEW)).status]).toEqual([401, 200]);
  await until(async () => (await mails()).length === 1);
  expect((await mails())[0]).toMatchObject({
    to: { address: 'ben@salon.example' },
    subject: expect.stringContaining('changed'),
  });
});

test('a forgotten password is replaced by the link of a mail, once', async ({ salon, mails, house }) => {
  const { visitor, people } = salon;
  const [before] = await sessionsOf(people.ana, 1);
  expect((await visitor.call(askPasswordReset, { body: { email: 'ANA@salon.example' } })).status).toBe(204);
  await until(async () => (await mails()).length === 1);
  const [mail] = await mails();
  expect(mail).toMatchObject({ to: { address: 'ana@salon.example' }, from: { name: 'Salon' } });
  const link = new URL(linkIn(mail!.text));
  expect(link.host).toBe('salon.localhost:3000');
  const reset_token = link.pathname.split('/').pop()!;
  expect(JSON.stringify(await house.rows('public', 'SELECT * FROM passes'))).not.toContain(reset_token);
  const call = { params: { reset_token }, body: { new_password: NEW } };
  const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.call(resetPassword, call)));
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 204)) expect(answer).toBeRefused(410, 'link_expired');
  expect((await visitor.call(me, {}, { cookie: before! })).status).toBe(401);
  const signedIn = await visitor.post('/api/auth/login', { email: 'ana@salon.example', password: NEW });
  const { body } = await visitor.call(me, {}, { cookie: tokenOf(signedIn) });
  expect(body.user.email_verified).toBe(true);
});

test('a link runs out after an hour, and counts in its own business and mode only', async ({
  salon,
  salonTest,
  clinic,
  mails,
  at,
}) => {
  await salon.visitor.call(askPasswordReset, { body: { email: 'ben@salon.example' } });
  await until(async () => (await mails()).length === 1);
  const reset_token = linkIn((await mails())[0]!.text)
    .split('/')
    .pop()!;
  const call = { params: { reset_token }, body: { new_password: NEW } };
  expect(await clinic.visitor.call(resetPassword, call)).toBeRefused(404, 'not_found');
  expect(await salonTest.visitor.call(resetPassword, call)).toBeRefused(400, 'mode_conflict');
  expect(await salon.visitor.call(verifyEmail, { params: { verification_token: reset_token } })).toBeRefused(
    404,
    'not_found',
  );
  at('2026-07-14T09:00:01Z');
  expect(await salon.visitor.call(resetPassword, call)).toBeRefused(410, 'link_expired');
});

test('asking for an account that is not there is answered alike, after alike work, and sends nothing', async ({
  salon,
  house,
  mails,
}) => {
  const statements: number[] = [];
  for (const email of ['olga@salon.example', 'nobody@salon.example']) {
    const [before] = await house.rows<{ count: number }>('public', 'SELECT count(*)::int AS count FROM letters');
    const answer = await salon.visitor.call(askPasswordReset, { body: { email } });
    expect([answer.status, answer.text]).toEqual([204, '']);
    statements.push(before!.count);
  }
  await until(async () => (await house.rows('public', 'SELECT FROM letters')).length === 0);
  expect((await mails()).map(({ to }) => to.address)).toEqual(['olga@salon.example']);
});

test('the sandbox writes to its own people, and into the mailbox of the installation', async ({ salonTest, mails }) => {
  await salonTest.visitor.call(askPasswordReset, { body: { email: 'ana@salon.example' } });
  await until(async () => (await mails()).length === 1);
  const reset_token = linkIn((await mails())[0]!.text)
    .split('/')
    .pop()!;
  expect(
    (await salonTest.visitor.call(resetPassword, { params: { reset_token }, body: { new_password: NEW } })).status,
  ).toBe(204);
  const body = { email: 'ana@salon.example', password: NEW };
  expect((await salonTest.visitor.post('/api/auth/login', body)).status).toBe(200);
  const live = { 'x-sandbox-mode': 'false' };
  expect((await salonTest.visitor.post('/api/auth/login', body, live)).status).toBe(401);
});

test('an address is confirmed by its mail', async ({ olga, salon, mails }) => {
  expect((await olga.call(me)).body.user.email_verified).toBe(false);
  await olga.post('/api/auth/email_verification');
  await until(async () => (await mails()).length === 1);
  const verification_token = linkIn((await mails())[0]!.text)
    .split('/')
    .pop()!;
  expect((await salon.visitor.call(verifyEmail, { params: { verification_token } })).status).toBe(204);
  expect((await olga.call(me)).body.user.email_verified).toBe(true);
});

test('the language somebody chooses is kept with their account, and nobody else has it', async ({ olga, marek }) => {
  expect((await olga.call(changeMe, { body: { locale: 'de' } })).status).toBe(204);
  expect((await olga.call(me)).body.user.locale).toBe('de');
  expect((await marek.call(me)).body.user.locale).toBeNull();
  await olga.call(changeMe, { body: { locale: null } });
  expect((await olga.call(me)).body.user.locale).toBeNull();
});

test('a language that is not spoken here is refused, and a visitor has none to choose', async ({ olga, salon }) => {
  expect(await olga.patch('/api/auth/me', { locale: 'pt' })).toBeRefused(400, 'malformed_request', '/body/locale');
  expect(await salon.visitor.patch('/api/auth/me', { locale: 'de' })).toBeRefused(401, 'unauthenticated');
});
