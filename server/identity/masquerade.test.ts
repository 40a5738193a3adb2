import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { me } from '@smooth/contract/identity/auth.ts';
import { startMasquerade, stopMasquerade, takeHandOver } from '@smooth/contract/identity/masquerade.ts';
import { type Mode, type Role, roles } from '@smooth/contract/identity/roles.ts';
import { createCustomer } from '@smooth/contract/customers/customers.ts';
import { startSealing } from '../audit/jobs.ts';
import { clinicCast, idOf, platformCast, salonCast, userId } from '../testing/cast.ts';
import type { House } from '../testing/house.ts';
import { type Asker, askerOf, hostOf, keyOf } from '../testing/asker.ts';
import { groundOf } from '../testing/ground.ts';
import { sampleCalls } from '../testing/sample-calls.ts';
import { expect, test } from '../testing/test.ts';
import { closeEnded } from './actions/masquerade.ts';

const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!;
const reason = 'They asked for help';

interface Knock {
  asker: Pick<Asker, 'home' | 'cookie'>;
  mode: Mode;
}
const start = async (house: House, { asker, mode }: Knock, body: Record<string, unknown>) =>
  house.app.inject({
    method: 'POST',
    url: '/api/auth/masquerade',
    headers: {
      host: hostOf(asker.home),
      'x-sandbox-mode': String(mode === 'sandbox'),
      cookie: (await asker.cookie())!,
    },
    payload: { reason, ...body },
  });
const denials = async (house: House) =>
  (await house.rows<{ n: number }>('public', "SELECT count(*)::int AS n FROM audit WHERE action = 'HIJACK_DENIED'"))[0]!
    .n;

/* The table of PRODUCT: who may act as whom, beside themselves. */
const isPlatform = (role: Role) => role === 'SUPERUSER' || role.startsWith('PLATFORM_');
function expected(hijacker: Role, target: Role, about: { same: boolean; isDemo: boolean }): boolean {
  if (hijacker === 'SUPERUSER') return true;
  if (hijacker === 'PLATFORM_SUPPORT') return !isPlatform(target);
  if (hijacker === 'PLATFORM_SALES') return !isPlatform(target) && about.isDemo;
  return hijacker === 'TENANT_OWNER' && target === 'TENANT_STAFF' && about.same;
}

/** Somebody of each role in the salon or on the platform. */
const nameOf = (cast: Record<string, Role>, role: Role) => Object.entries(cast).find(([, is]) => is === role)?.[0];
function hijackerOf(house: House, role: Role, mode: Mode) {
  const home = isPlatform(role) ? 'platform' : 'salon';
  const name = nameOf(isPlatform(role) ? platformCast : salonCast.people, role)!;
  return askerOf(house, { name, role, home, mode });
}

/** Another person of each role: of the salon or the clinic, live or sandbox, or of the platform. */
async function targetOf(house: House, role: Role, { same, mode }: { same: boolean; mode: Mode }): Promise<string> {
  const id = idOf('masquerade', role, String(same), mode);
  const tenant = isPlatform(role) ? null : house.tenants.get(same ? 'salon' : 'clinic')!.id;
  const isBound = role === 'TENANT_STAFF' || role === 'CUSTOMER';
  await house.rows(
    'public',
    `INSERT INTO users (id, tenant_id, role, is_sandbox, email, name, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'Target', now(), now()) ON CONFLICT DO NOTHING`,
    [id, tenant, role, isBound && mode === 'sandbox', `${id}@x.example`],
  );
  return id;
}

const cells = roles.flatMap((hijacker) =>
  roles.flatMap((target) =>
    [true, false].flatMap((same) =>
      (['live', 'sandbox'] as const).flatMap((mode) =>
        (hijacker === 'PLATFORM_SALES' ? [true, false] : [false]).map((isDemo) => ({
          hijacker,
          target,
          same,
          mode,
          isDemo,
        })),
      ),
    ),
  ),
);

test(
  '64 pairs of roles, of the same business and another, live and sandbox',
  { timeout: 120_000 },
  async ({ house }) => {
    expect(new Set(cells.map(({ hijacker, target }) => `${hijacker} ${target}`)).size).toBe(64);
    for (const { hijacker, target, same, mode, isDemo } of cells) {
      await house.rows('public', 'UPDATE tenants SET is_temporary = $1', [isDemo]);
      const about = `${hijacker} as ${target}, ${same ? 'same' : 'other'} business, ${mode}${isDemo ? ', demo' : ''}`;
      const asker = hijackerOf(house, hijacker, mode);
      const user_id = await targetOf(house, target, { same, mode });
      const before = await denials(house);
      const answer = await start(house, { asker, mode: isPlatform(hijacker) ? 'live' : mode }, { user_id, mode });
      const isAllowed = expected(hijacker, target, { same, isDemo });
      expect(answer.statusCode === 200, `${about}: ${answer.body}`).toBe(isAllowed);
      expect(await denials(house), about).toBe(before + (isAllowed ? 0 : 1));
      if (!isAllowed) expect([403, 404], about).toContain(answer.statusCode);
    }
    await house.rows('public', 'UPDATE tenants SET is_temporary = false');
  },
);

test('an owner does not reach staff of the mode they are not in, and of others learns nothing', async ({ house }) => {
  const olga = askerOf(house, { name: 'olga', role: 'TENANT_OWNER', home: 'salon', mode: 'live' });
  const missing = await start(house, { asker: olga, mode: 'live' }, { user_id: idOf('nobody') });
  for (const user_id of [
    userId(salonCast, 'ana', 'sandbox'),
    userId(clinicCast, 'dora', 'live'),
    idOf('platform', 'root'),
  ]) {
    const answer = await start(house, { asker: olga, mode: 'live' }, { user_id });
    const { request_id: _, ...problem } = answer.json<Record<string, unknown>>();
    const { request_id: __, ...unknown } = missing.json<Record<string, unknown>>();
    expect(problem).toEqual(unknown);
  }
});

test('nobody acts as themself, as somebody switched off, or without a reason', async ({ house, platform, salon }) => {
  const { root } = platform;
  const own = await root.call(startMasquerade, { body: { user_id: idOf('platform', 'root'), reason } });
  expect(own).toBeRefused(403, 'forbidden', '/body/user_id');
  await house.rows('public', "UPDATE users SET is_active = false WHERE email = 'ben@salon.example'");
  expect(await root.call(startMasquerade, { body: { user_id: salon.users.ben, reason } })).toBeRefused(
    403,
    'forbidden',
  );
  await house.rows('public', "UPDATE users SET is_active = true WHERE email = 'ben@salon.example'");
  const mute = await root.call(startMasquerade, { body: { user_id: salon.users.ben, reason: ' ' } });
  expect(mute).toBeRefused(400, 'malformed_request', '/body/reason');
});

test('support comes to a business by a code, once and within a minute, and goes back where it was', async ({
  platform,
  salon,
  clinic,
  house,
  at,
}) => {
  const { uma } = platform;
  const begin = () =>
    uma.call(startMasquerade, { body: { user_id: salon.users.olga, reason, return_path: '/users?q=olga' } });
  const enter = (code: string, world = salon) =>
    world.visitor.call(takeHandOver, { params: { hand_over_token: code } });
  const begun = await begin();
  const address = new URL(begun.body.address);
  expect(address.host).toBe('salon.localhost:3000');
  expect(begun.headers['set-cookie']).toBeUndefined();
  const code = address.pathname.replace('/hand-over/', '');
  expect(await clinic.visitor.call(takeHandOver, { params: { hand_over_token: code } })).toBeRefused(404, 'not_found');
  const answers = await Promise.all(Array.from({ length: 20 }, () => enter(code)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const cookie = cookieOf(answers.find(({ status }) => status === 200)!);
  const mine = await salon.visitor.call(me, {}, { cookie });
  expect(mine.body).toMatchObject({
    user: { email: 'olga@salon.example', role: 'TENANT_OWNER' },
    masquerade: { by: { email: 'uma@platform.example' }, reason, ends_at: '2026-07-14T09:00:00Z' },
  });
  const stopped = await salon.visitor.call(stopMasquerade, {}, { cookie });
  expect(stopped.body).toEqual({ address: 'http://platform.localhost:3000/users?q=olga' });
  expect((await salon.visitor.call(me, {}, { cookie })).status).toBe(401);
  expect((await uma.call(me)).body).toMatchObject({ masquerade: null, user: { email: 'uma@platform.example' } });
  const late = new URL((await begin()).body.address).pathname.replace('/hand-over/', '');
  at('2026-07-14T08:01:00Z');
  expect(await enter(late)).toBeRefused(410, 'link_expired');
  expect(house.clock.now()).toBe(Date.parse('2026-07-14T08:01:00Z'));
});

test('an owner becomes a member of staff and themself again, with a new token each time', async ({ salon }) => {
  const { cookie } = await salon.people.olga.signedIn();
  const call = { body: { user_id: salon.users.ana, reason, return_path: '/team' } };
  const begun = await salon.visitor.call(startMasquerade, call, { cookie });
  expect(begun.body).toEqual({ address: '/' });
  const acting = { cookie: cookieOf(begun) };
  expect((await salon.visitor.call(me, {}, acting)).body.user.email).toBe('ana@salon.example');
  const stopped = await salon.visitor.call(stopMasquerade, {}, acting);
  expect(stopped.body).toEqual({ address: '/team' });
  const own = cookieOf(stopped);
  expect([cookie, acting.cookie]).not.toContain(own);
  expect((await salon.visitor.call(me, {}, { cookie: own })).body.user.email).toBe('olga@salon.example');
  for (const old of [cookie, acting.cookie])
    expect((await salon.visitor.call(me, {}, { cookie: old })).status).toBe(401);
});

test('what is done meanwhile carries both people', async ({ salon, house }) => {
  const { cookie } = await salon.people.olga.signedIn();
  const begun = await salon.visitor.call(startMasquerade, { body: { user_id: salon.users.ana, reason } }, { cookie });
  const before = await salon.mark();
  const made = await salon.visitor.call(createCustomer, { body: { name: 'Pia' } }, { cookie: cookieOf(begun) });
  expect(made.status).toBe(201);
  const [event] = await salon.eventsSince(before);
  expect(event!.actor).toMatchObject({
    id: salon.users.ana,
    name: 'Ana',
    masquerader: { id: salon.users.olga, name: 'Olga' },
  });
  const [row] = await house.rows(
    'public',
    "SELECT * FROM audit WHERE action = 'HIJACK_START' ORDER BY xmin::text::bigint DESC LIMIT 1",
  );
  expect(row).toMatchObject({
    tenant_id: salon.tenant().id,
    mode: 'live',
    actor_email: 'olga@salon.example',
    subject_email: 'ana@salon.example',
    reason,
  });
});

test('it ends after an hour, and with the person behind it', async ({ salon, platform, house, at }) => {
  const enter = async () => {
    const { cookie } = await platform.uma.signedIn();
    const begun = await platform.visitor.call(
      startMasquerade,
      { body: { user_id: salon.users.marek, reason } },
      { cookie },
    );
    const hand_over_token = new URL(begun.body.address).pathname.replace('/hand-over/', '');
    return cookieOf(await salon.visitor.call(takeHandOver, { params: { hand_over_token } }));
  };
  const first = await enter();
  at('2026-07-14T08:59:59Z');
  expect((await salon.visitor.call(me, {}, { cookie: first })).status).toBe(200);
  at('2026-07-14T09:00:00Z');
  expect((await salon.visitor.call(me, {}, { cookie: first })).status).toBe(401);
  await closeEnded(house.core);
  const second = await enter();
  await house.rows('public', "UPDATE users SET is_active = false WHERE email = 'uma@platform.example'");
  expect((await salon.visitor.call(me, {}, { cookie: second })).status).toBe(401);
  await house.rows('public', "UPDATE users SET is_active = true WHERE email = 'uma@platform.example'");
  const open = await house.rows(
    'public',
    "SELECT FROM masquerades WHERE ended_at IS NULL AND hijacked_email = 'marek@salon.example'",
  );
  expect(open).toHaveLength(1);
});

test('every action for the person alone is refused meanwhile, another masquerade included', async ({
  house,
  salon,
  platform,
}) => {
  const { cookie } = await platform.root.signedIn();
  const begun = await platform.visitor.call(
    startMasquerade,
    { body: { user_id: salon.users.olga, reason } },
    { cookie },
  );
  const hand_over_token = new URL(begun.body.address).pathname.replace('/hand-over/', '');
  const acting = cookieOf(await salon.visitor.call(takeHandOver, { params: { hand_over_token } }));
  const ground = await groundOf(house, salon, { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' });
  const guarded = house.routes.filter(
    ({ endpoint, place }) => (endpoint.in_person || endpoint.sudo) && place !== 'platform',
  );
  expect(guarded.map(keyOf)).toEqual(
    expect.arrayContaining([
      'POST /api/auth/password',
      'POST /api/auth/totp',
      'POST /api/auth/masquerade',
      'POST /api/auth/sudo',
    ]),
  );
  const before = await denials(house);
  for (const route of guarded) {
    const { params = {}, body } = await sampleCalls[keyOf(route)]!(ground);
    const answer = await house.app.inject({
      method: route.endpoint.method,
      url: route.endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name]!),
      headers: { host: salon.host, cookie: acting },
      ...(body && { payload: body }),
    });
    expect(answer.json(), keyOf(route)).toMatchObject({ status: 403, code: 'acting_as_somebody' });
  }
  expect(await denials(house)).toBe(before + 1);
});

test('beginning, end and refusal are lines of their log, in the form of the product', async ({
  house,
  platform,
  salon,
}) => {
  const sealing = startSealing(house.core, 3_600_000);
  const { cookie } = await salon.people.olga.signedIn();
  const begun = await salon.visitor.call(startMasquerade, { body: { user_id: salon.users.ben, reason } }, { cookie });
  await salon.visitor.post('/api/auth/logout', undefined, { cookie: cookieOf(begun) });
  await platform.petra.call(startMasquerade, { body: { user_id: salon.users.ben, reason: 'Just curious' } });
  await sealing.now();
  await sealing.stop();
  const lines = readFileSync(join(house.core.config.logFolder, 'masquerade.log'), 'utf8').trim().split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const about = {
    ip_address: '127.0.0.1',
    session_key: expect.stringMatching(/^[\da-f]{32}$/),
    timestamp: '2026-07-14T08:00:00.000Z',
  };
  expect(parsed).toContainEqual(
    expect.objectContaining({
      action: 'HIJACK_START',
      hijacker_email: 'olga@salon.example',
      hijacked_email: 'ben@salon.example',
      reason,
      ...about,
    }),
  );
  expect(parsed).toContainEqual(
    expect.objectContaining({
      action: 'HIJACK_END',
      hijacker_email: 'olga@salon.example',
      hijacked_email: 'ben@salon.example',
    }),
  );
  expect(parsed).toContainEqual(
    expect.objectContaining({
      action: 'HIJACK_DENIED',
      hijacker_email: 'petra@platform.example',
      hijacked_email: 'ben@salon.example',
      reason: 'Just curious',
      ...about,
    }),
  );
});
