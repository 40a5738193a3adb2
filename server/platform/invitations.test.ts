import {
  acceptInvitation,
  inviteBusiness,
  listInvitations,
  openInvitation,
  resendInvitation,
  revokeInvitation,
} from '@smooth/contract/platform/invitations.ts';
import { getTenant } from '@smooth/contract/platform/tenants.ts';
import { openPostOffice, type PostOffice, startBackground, until } from '../testing/post-office.ts';
import { sampleWizard } from '../testing/sample-platform-calls.ts';
import { expect, test as plain } from '../testing/test.ts';

const test = plain
  // oxlint-disable-next-line no-empty-pattern
  .extend('office', { scope: 'file' }, async ({}, { onCleanup }): Promise<PostOffice> => {
    const office = await openPostOffice();
    onCleanup(() => office.close());
    return office;
  })
  .extend('background', { scope: 'file' }, async ({ house, office }, { onCleanup }) => {
    const background = await startBackground(house, office.url);
    onCleanup(() => background.stop());
    return background;
  });

/** The links of the mails to somebody, in their order. */
const linksTo = ({ letters }: PostOffice, email: string): string[] =>
  letters
    .filter(({ to }) => to === email)
    .map(({ raw }) => /\/invitation\/([\w-]+)/.exec(raw.replaceAll('=\r\n', ''))![1]!);
const tokenFor = async (office: PostOffice, email: string, nth = 0): Promise<string> => {
  await until(() => linksTo(office, email).length > nth, 10_000);
  return linksTo(office, email)[nth]!;
};
const studio = { business_name: 'Studio Nora', tier: 'STARTER' as const };

test(
  'an invitation becomes an owner, a business with its overrides and hours, and a link that can be booked at',
  {
    timeout: 60_000,
  },
  async ({ house, office, background, platform }) => {
    expect(background).toBeDefined();
    const overrides = { limits: { staff: 1 }, permissions: { custom_domains: true } };
    const email = 'nora@studio.example';
    const invited = await platform.petra.call(inviteBusiness, {
      body: { ...studio, email: 'Nora@studio.example', overrides },
    });
    expect(invited.status, invited.text).toBe(201);
    expect(invited.body).toMatchObject({ email, state: 'pending', overrides, expires_at: '2026-07-21T08:00:00Z' });
    const invitation_token = await tokenFor(office, email);
    const [stored] = await house.rows<{ row: string }>('public', 'SELECT t::text AS row FROM business_invitations t');
    expect(stored!.row).not.toContain(invitation_token);
    const shown = await platform.visitor.call(openInvitation, { params: { invitation_token } });
    expect(shown.body).toMatchObject({ email, ...studio, state: 'open', address: null });

    const body = { ...sampleWizard, business_name: 'Studio Nora', subdomain: 'nora' };
    const accepted = await platform.visitor.call(acceptInvitation, { params: { invitation_token }, body });
    expect(accepted.status, accepted.text).toBe(200);
    await until(async () => {
      const { body: now } = await platform.visitor.call(openInvitation, { params: { invitation_token } });
      return now.state === 'ready' && now.booking_address === 'http://nora.localhost:3000/book';
    }, 20_000);
    const { data } = (await platform.root.call(listInvitations, { query: { state: 'accepted' } })).body;
    const tenant_id = data[0]!.tenant_id!;
    const tenant = (await platform.root.call(getTenant, { params: { id: tenant_id } })).body;
    expect(tenant).toMatchObject({
      overrides,
      entitlements: { limits: { staff: 1, locations: 2 } },
      usage: { staff: 1, locations: 1, services: 1 },
    });
    const ask = (url: string, payload?: object) =>
      house.app.inject({
        method: payload ? 'POST' : 'GET',
        url,
        headers: { host: 'nora.localhost:3000' },
        ...(payload && { payload }),
      });
    const [service] = (await ask('/api/booking/services')).json<{ data: { id: string; name: string }[] }>().data;
    expect(service!.name).toBe('Haircut');
    const times = await ask(`/api/booking/availability?service_id=${service!.id}&from=2026-07-15&to=2026-07-15`);
    const [{ start }] = times.json<{ data: [{ start: string }] }>().data;
    const customer = { name: 'Kim', email: 'kim@guests.example' };
    expect((await ask('/api/booking/appointments', { service_id: service!.id, start, customer })).statusCode).toBe(201);
    expect((await ask('/api/auth/login', { email, password: sampleWizard.password })).statusCode).toBe(200);
  },
);

test('the mail speaks the language that was chosen, and the business begins with it', async ({
  office,
  background,
  platform,
}) => {
  expect(background).toBeDefined();
  const subjects = {
    en: 'Set up Studio Nora',
    es: 'Configure Studio Nora',
    fr: 'Mettre en place Studio Nora',
    de: 'Studio Nora einrichten',
  };
  for (const [locale, subject] of Object.entries(subjects)) {
    const email = `${locale}@studio.example`;
    const invited = await platform.root.post('/api/platform/invitations', { ...studio, email, locale });
    expect(invited.body).toMatchObject({ locale });
    const invitation_token = await tokenFor(office, email);
    const mail = office.letters.find(({ to }) => to === email)!;
    expect(mail.raw).toContain(`Subject: ${subject}`);
    const shown = await platform.visitor.call(openInvitation, { params: { invitation_token } });
    expect(shown.body.locale).toBe(locale);
  }
  expect(
    await platform.root.post('/api/platform/invitations', { ...studio, email: 'x@x.example', locale: 'it' }),
  ).toBeRefused(400, 'malformed_request', '/body/locale');
});

test('without a choice an invitation speaks the language of whoever invites', async ({ house, platform }) => {
  const invite = async (email: string) =>
    (await platform.petra.call(inviteBusiness, { body: { ...studio, email } })).body.locale;
  expect(await invite('own1@studio.example')).toBe('en');
  await house.rows('public', "UPDATE users SET locale = 'fr' WHERE email = 'petra@platform.example'");
  expect(await invite('own2@studio.example')).toBe('fr');
});

test('a link is good once, however many use it at the same moment', async ({ office, background, platform }) => {
  expect(background).toBeDefined();
  const email = 'once@studio.example';
  await platform.root.call(inviteBusiness, { body: { ...studio, email } });
  const params = { invitation_token: await tokenFor(office, email) };
  const tries = Array.from({ length: 4 }, (_, index) =>
    platform.visitor.call(acceptInvitation, { params, body: { ...sampleWizard, subdomain: `once${index}` } }),
  );
  const codes = (await Promise.all(tries)).map(({ status }) => status).toSorted((a, b) => a - b);
  expect(codes).toEqual([200, 410, 410, 410]);
});

test('sent again, only the newest link leads anywhere; taken back, none does', async ({
  office,
  background,
  platform,
}) => {
  expect(background).toBeDefined();
  const email = 'again@studio.example';
  const { body } = await platform.root.call(inviteBusiness, { body: { ...studio, email } });
  const params = { id: body.id };
  const show = (invitation_token: string) => platform.visitor.call(openInvitation, { params: { invitation_token } });
  const first = await tokenFor(office, email);
  expect(await platform.root.call(inviteBusiness, { body: { ...studio, email } })).toBeRefused(
    409,
    'duplicate',
    '/body/email',
  );
  expect((await platform.root.call(resendInvitation, { params, body: { revision: 1 } })).status).toBe(200);
  const second = await tokenFor(office, email, 1);
  expect(await show(first)).toBeRefused(410, 'link_expired');
  expect((await show(second)).status).toBe(200);
  const revoked = await platform.root.call(revokeInvitation, { params, body: { revision: 2 } });
  expect(revoked.body).toMatchObject({ state: 'revoked', can: { resend: false, revoke: false } });
  expect(await show(second)).toBeRefused(410, 'link_expired');
  expect(await platform.root.call(resendInvitation, { params, body: { revision: 3 } })).toBeRefused(
    409,
    'wrong_status',
  );
});

test('after a week it has run out, and can be sent again', async ({ at, office, background, platform }) => {
  expect(background).toBeDefined();
  const email = 'late@studio.example';
  const { body } = await platform.root.call(inviteBusiness, { body: { ...studio, email } });
  const invitation_token = await tokenFor(office, email);
  at('2026-07-21T08:00:00Z');
  const late = { ...sampleWizard, subdomain: 'late' };
  expect(await platform.visitor.call(acceptInvitation, { params: { invitation_token }, body: late })).toBeRefused(
    410,
    'link_expired',
  );
  const expired = (await platform.root.call(listInvitations, { query: { state: 'expired' } })).body.data;
  expect(expired.map((one) => one.email)).toContain(email);
  const again = await platform.root.call(resendInvitation, { params: { id: body.id }, body: { revision: 1 } });
  expect(again.body).toMatchObject({ state: 'pending', expires_at: '2026-07-28T08:00:00Z' });
});

test('what does not fit is refused next to its field, and the link stays good', async ({
  office,
  background,
  platform,
}) => {
  expect(background).toBeDefined();
  const email = 'unfit@studio.example';
  await platform.root.call(inviteBusiness, { body: { ...studio, email } });
  const params = { invitation_token: await tokenFor(office, email) };
  const accept = (about: object) =>
    platform.visitor.post(`/api/invitations/${params.invitation_token}/acceptance`, {
      ...sampleWizard,
      subdomain: 'unfit',
      ...about,
    });
  expect(await accept({ subdomain: 'salon' })).toBeRefused(409, 'duplicate', '/body/subdomain');
  expect(await accept({ subdomain: 'admin' })).toBeRefused(400, 'malformed_request', '/body/subdomain');
  expect(await accept({ password: 'short' })).toBeRefused(400, 'malformed_request', '/body/password');
  expect(await accept({ closes: '08:00' })).toBeRefused(400, 'malformed_request', '/body/closes');
  expect(await accept({ weekdays: [] })).toBeRefused(400, 'malformed_request', '/body/weekdays');
  expect((await platform.visitor.call(openInvitation, { params })).body.state).toBe('open');
});

test('a tier that does not exist, an override out of its range, and people who may not are refused', async ({
  platform,
}) => {
  const invite = (person: typeof platform.root, about: object) =>
    person.post('/api/platform/invitations', { ...studio, email: 'x@studio.example', ...about });
  expect(await invite(platform.root, { tier: 'GOLD' })).toBeRefused(400, 'malformed_request', '/body/tier');
  expect(await invite(platform.root, { overrides: { limits: { staff: -3 } } })).toBeRefused(
    400,
    'malformed_request',
    '/body/overrides/limits/staff',
  );
  for (const person of [platform.uma, platform.sam]) expect(await invite(person, {})).toBeRefused(403, 'forbidden');
});
