import { me } from '@smooth/contract/identity/auth.ts';
import {
  acceptInvitation,
  getInvitation,
  invitePlatformPerson,
  listPlatformInvitations,
  resendPlatformInvitation,
  revokePlatformInvitation,
} from '@smooth/contract/identity/invitations.ts';
import { expect, invitingTest } from '../testing/invited.ts';

const test = invitingTest.extend('tidy', { auto: true }, async ({ house }, { onCleanup }) => {
  onCleanup(async () => {
    await house.rows('public', 'DELETE FROM staff_invitations WHERE tenant_id IS NULL');
  });
  return null;
});

const password = 'a password of my own';
const support = (name: string) =>
  ({ email: `${name.toLowerCase()}@platform.example`, name, role: 'PLATFORM_SUPPORT' }) as const;

test('whoever is invited gets a letter in their language, chooses a password, and is in; the link counts once', async ({
  house,
  salon,
  platform,
  mails,
  token,
}) => {
  const body = { ...support('Vera'), role: 'PLATFORM_SALES', locale: 'de' } as const;
  const invited = await platform.root.call(invitePlatformPerson, { body });
  expect(invited.body).toMatchObject({ email: 'vera@platform.example', status: 'open', role: 'PLATFORM_SALES' });
  const [mail] = await mails('vera@platform.example');
  expect(mail!.subject).toBe('SmoothSchedule lädt Sie auf die Plattform ein');
  expect(mail!.text).toMatch(/http:\/\/platform\.\S+\/invitation\/l/);
  const params = { invitation_token: await token('vera@platform.example') };
  expect(await salon.visitor.call(getInvitation, { params })).toBeRefused(404, 'not_found');
  const shown = await platform.visitor.call(getInvitation, { params });
  expect(shown.body).toMatchObject({ email: 'vera@platform.example', role: 'PLATFORM_SALES', business: null });
  const accepting = { params, body: { name: 'Vera Lind', password } };
  const tries = Array.from({ length: 10 }, () => platform.visitor.call(acceptInvitation, accepting));
  const answers = await Promise.all(tries);
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  const cookie = String(answers.find(({ status }) => status === 204)!.headers['set-cookie']).split(';')[0]!;
  const { user } = (await platform.visitor.call(me, {}, { cookie })).body;
  expect(user).toMatchObject({ name: 'Vera Lind', role: 'PLATFORM_SALES', email_verified: true, locale: 'de' });
  expect(await platform.visitor.call(acceptInvitation, accepting)).toBeRefused(410, 'link_expired');
  const written = `SELECT action FROM audit WHERE subject_email = $1 OR actor_email = $1 ORDER BY action`;
  expect(await house.rows('public', written, ['vera@platform.example'])).toEqual(
    ['INVITATION_ACCEPTED', 'SIGN_IN', 'STAFF_INVITED'].map((action) => ({ action })),
  );
});

test('superusers invite to every role below, managers those of support, and support and sales nobody', async ({
  platform: { root, petra, sam, uma },
}) => {
  for (const role of ['PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT'] as const)
    expect((await root.call(invitePlatformPerson, { body: { ...support(`r-${role}`), role } })).status).toBe(201);
  expect((await petra.call(invitePlatformPerson, { body: support('p-support') })).status).toBe(201);
  for (const role of ['PLATFORM_MANAGER', 'PLATFORM_SALES'] as const) {
    const high = await petra.call(invitePlatformPerson, { body: { ...support('p-high'), role } });
    expect(high).toBeRefused(403, 'forbidden', '/body/role');
  }
  for (const who of [sam, uma])
    expect(await who.call(invitePlatformPerson, { body: support('nobody') })).toBeRefused(403, 'forbidden');
  const owner = { ...support('high'), role: 'SUPERUSER' };
  expect(await root.post('/api/platform/staff_invitations', owner)).toBeRefused(400, 'malformed_request', '/body/role');
});

test('an invitation is in the hands of whoever could have sent it; others of the platform see it', async ({
  platform: { root, petra, uma },
}) => {
  const body = { ...support('Wanda'), role: 'PLATFORM_MANAGER' } as const;
  const { id } = (await root.call(invitePlatformPerson, { body })).body;
  const params = { id };
  for (const who of [petra, uma])
    for (const verb of [resendPlatformInvitation, revokePlatformInvitation])
      expect(await who.call(verb, { params })).toBeRefused(403, 'forbidden');
  const canOf = async (who: typeof root) => (await who.call(listPlatformInvitations)).body.data[0]!.can;
  expect(await canOf(root)).toEqual({ resend: true, revoke: true });
  const invitable = async (who: typeof root) => (await who.call(listPlatformInvitations)).body.invitable;
  expect(await invitable(root)).toEqual(['PLATFORM_SUPPORT', 'PLATFORM_SALES', 'PLATFORM_MANAGER']);
  expect(await invitable(petra)).toEqual(['PLATFORM_SUPPORT']);
  expect(await invitable(uma)).toEqual([]);
  for (const who of [petra, uma]) expect(await canOf(who)).toEqual({ resend: false, revoke: false });
  expect((await root.call(revokePlatformInvitation, { params })).body.status).toBe('revoked');
});

test('an invitation that was taken back or has run out opens nothing; sent anew it does', async ({
  platform,
  token,
  at,
}) => {
  const { id } = (await platform.root.call(invitePlatformPerson, { body: support('Xaver') })).body;
  const params = { invitation_token: await token('xaver@platform.example') };
  const accepting = { params, body: { name: 'Xaver', password } };
  at('2026-07-21T08:00:00Z');
  const { cookie } = await platform.root.signedIn();
  expect(await platform.visitor.call(acceptInvitation, accepting)).toBeRefused(410, 'link_expired');
  const again = await platform.visitor.call(resendPlatformInvitation, { params: { id } }, { cookie });
  expect(again.body).toMatchObject({ status: 'open', expires_at: '2026-07-28T08:00:00Z' });
  await platform.visitor.call(revokePlatformInvitation, { params: { id } }, { cookie });
  expect(await platform.visitor.call(acceptInvitation, accepting)).toBeRefused(410, 'link_expired');
  const over = await platform.visitor.call(resendPlatformInvitation, { params: { id } }, { cookie });
  expect(over).toBeRefused(409, 'wrong_status');
});

test('an address is invited once, and not where it has an account on the platform', async ({ platform, salon }) => {
  const invite = (body: { email: string; name: string; role: 'PLATFORM_SUPPORT' }) =>
    platform.root.call(invitePlatformPerson, { body });
  expect((await invite(support('Yara'))).status).toBe(201);
  expect(await invite(support('Yara'))).toBeRefused(409, 'duplicate', '/body/email');
  expect(await invite(support('UMA'))).toBeRefused(409, 'duplicate', '/body/email');
  // An account in a business is another one.
  expect(salon.people).toHaveProperty('olga');
  expect((await invite({ ...support('Olga'), email: 'olga@salon.example' })).status).toBe(201);
});
