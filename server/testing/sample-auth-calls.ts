import { newId } from '../core/ids.ts';
import { newPassToken, passTokenHash } from '../identity/rules/pass-token.ts';
import { codeAt, newTotpSecret, sealSecret, stepAt } from '../identity/rules/totp.ts';
import { requestOptions, userHandle } from '../identity/rules/passkeys.ts';
import { authenticator, type Authenticator } from './authenticator.ts';
import { PASSWORD } from './cast.ts';
import { aColleague } from './sample-people-calls.ts';
import type { Ground } from './ground.ts';
import type { Sample } from './sample.ts';

const nothing: Sample = () => ({});
const LATER = '2030-01-01T00:00:00Z';

let people = 0;

/** Somebody of this world whom nobody else needs. */
async function aStranger({ world, marker }: Ground): Promise<string> {
  const id = newId();
  await world.rows(
    `INSERT INTO public.users (id, tenant_id, role, is_sandbox, email, name, created_at, updated_at)
     VALUES ($1, $2, 'CUSTOMER', $3, $4, $5, now(), now())`,
    [id, world.tenant().id, world.mode === 'sandbox', `stranger${people++}@x.example`, `Sven ${marker}`],
  );
  return id;
}

async function aPass(ground: Ground, purpose: string): Promise<{ token: string; userId: string }> {
  const { world } = ground;
  const token = newPassToken(world.mode);
  const userId = await aStranger(ground);
  await world.rows(
    `INSERT INTO public.passes (token_hash, purpose, user_id, tenant_id, mode, detail, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, jsonb_build_object('email', 'stranger@x.example', 'session', gen_random_uuid()), now(), '${LATER}')`,
    [passTokenHash(token), purpose, userId, world.tenant().id, world.mode],
  );
  return { token, userId };
}

const secret = newTotpSecret();
const codeNow = ({ world }: Ground) => codeAt(secret, stepAt(world.tenant().now));
const giveTotp = async ({ world, key }: Ground, userId: string, isConfirmed: boolean) =>
  world.rows(
    `INSERT INTO public.totp (user_id, sealed_secret, confirmed_at, created_at) VALUES ($1, $2, $3, now())
     ON CONFLICT (user_id) DO UPDATE SET sealed_secret = $2, confirmed_at = $3, last_step = 0`,
    [userId, sealSecret(key, userId, secret), isConfirmed ? '2026-07-01T00:00:00Z' : null],
  );

async function aSession({ world }: Ground): Promise<string> {
  const id = newId();
  await world.rows(
    `INSERT INTO public.sessions (id, token_hash, user_id, tenant_id, mode, created_at, expires_at, last_seen_at)
     VALUES ($1, $5, $2, $3, $4, now(), '${LATER}', now())`,
    [id, Object.values(world.users)[0], world.tenant().id, world.mode, passTokenHash(id)],
  );
  return id;
}

const hostnameOf = ({ world }: Ground) => world.host.split(':')[0]!;

/** A passkey of somebody, for the host of this world. */
async function aPasskey(ground: Ground, about: { userId: string; device?: Authenticator }): Promise<string> {
  const { device = authenticator(), userId } = about;
  const id = newId();
  const { credential_id, public_key } = device.stored();
  await ground.world.rows(
    `INSERT INTO public.passkeys (id, user_id, host, credential_id, public_key, sign_count, name, created_at)
     VALUES ($1, $2, $3, $4, $5, 0, $6, now())`,
    [id, userId, hostnameOf(ground), credential_id, public_key, ground.marker],
  );
  return id;
}

/** A challenge of this world, or of the platform, that somebody was given. */
async function asked({ world }: Ground, ceremony: string, userId: string | null, host = world.host) {
  const token = newPassToken(world.mode);
  const isHere = host === world.host;
  await world.rows(
    `INSERT INTO public.passes (token_hash, purpose, user_id, tenant_id, mode, detail, created_at, expires_at)
     VALUES ($1, 'passkey', $2, $3, $4, jsonb_build_object('ceremony', $5::text), now(), '${LATER}')`,
    [passTokenHash(token), userId, isHere ? world.tenant().id : null, isHere ? world.mode : 'live', ceremony],
  );
  return requestOptions({ host: host.split(':')[0]!, origin: `http://${host}` }, token);
}

async function aMadePasskey(ground: Ground, userId: string, host = ground.world.host) {
  const { challenge, rpId } = await asked(ground, 'registration', userId, host);
  const passkey = authenticator().create({ challenge, rp: { id: rpId }, user: { id: userHandle(userId) } });
  return { name: 'Mine', passkey };
}

/** Calls about one's own account. */
export const authCalls: Record<string, Sample> = {
  'POST /api/auth/login': ({ world }) => ({
    body: { email: `${world.host.startsWith('salon') ? 'olga@salon' : 'carla@clinic'}.example`, password: PASSWORD },
  }),
  'POST /api/auth/login/totp': async (ground) => {
    const { token, userId } = await aPass(ground, 'second_factor');
    await giveTotp(ground, userId, true);
    return { body: { challenge: token, code: codeNow(ground) } };
  },
  'POST /api/auth/logout': nothing,
  'GET /api/auth/me': nothing,
  'PATCH /api/auth/me': () => ({ body: { locale: 'de' } }),

  'GET /api/auth/sessions': nothing,
  'DELETE /api/auth/sessions/:id': async (ground) => ({ params: { id: await aSession(ground) } }),
  'DELETE /api/auth/sessions': nothing,
  'POST /api/auth/sudo': () => ({ body: { password: PASSWORD } }),

  'POST /api/auth/password': () => ({ body: { current_password: PASSWORD, new_password: PASSWORD } }),
  'POST /api/auth/password_reset': () => ({ body: { email: 'nobody@x.example' } }),
  'POST /api/auth/password_reset/:reset_token': async (ground) => ({
    params: { reset_token: (await aPass(ground, 'password_reset')).token },
    body: { new_password: 'another long password' },
  }),
  'POST /api/auth/email_verification': nothing,
  'POST /api/auth/email_verification/:verification_token': async (ground) => ({
    params: { verification_token: (await aPass(ground, 'email_verification')).token },
  }),

  'GET /api/auth/second_factors': nothing,
  'POST /api/auth/totp': nothing,
  'POST /api/auth/totp/confirmation': async (ground) => {
    const all = await ground.world.rows<{ id: string }>(`SELECT id FROM public.users WHERE email NOT LIKE 'stranger%'`);
    for (const { id } of all) await giveTotp(ground, id, false);
    return { body: { code: codeNow(ground) } };
  },
  'POST /api/auth/masquerade': async (ground) => ({
    body: { user_id: await aColleague(ground), reason: ground.marker },
  }),
  'DELETE /api/auth/masquerade': nothing,
  'POST /api/auth/hand_over/:hand_over_token': async (ground) => ({
    params: { hand_over_token: (await aPass(ground, 'hand_over')).token },
  }),
  'POST /api/auth/login/passkey/challenge': nothing,
  'POST /api/auth/login/passkey': async (ground) => {
    const device = authenticator();
    await aPasskey(ground, { userId: await aStranger(ground), device });
    return { body: { passkey: device.sign(await asked(ground, 'sign_in', null)) } };
  },
  'POST /api/auth/sudo/challenge': nothing,
  'GET /api/auth/passkeys': nothing,
  'POST /api/auth/passkeys/challenge': nothing,
  'POST /api/auth/passkeys': async (ground) => ({
    body: await aMadePasskey(ground, await aStranger(ground)),
    own: async ({ userId, host }) => ({ body: await aMadePasskey(ground, userId, host) }),
  }),
  'PATCH /api/auth/passkeys/:id': async (ground) => {
    const body = { name: 'Mine' };
    return {
      params: { id: await aPasskey(ground, { userId: await aStranger(ground) }) },
      body,
      own: async ({ userId }) => ({ params: { id: await aPasskey(ground, { userId }) }, body }),
    };
  },
  'DELETE /api/auth/passkeys/:id': async (ground) => ({
    params: { id: await aPasskey(ground, { userId: await aStranger(ground) }) },
    own: async ({ userId }) => ({ params: { id: await aPasskey(ground, { userId }) } }),
  }),
  'DELETE /api/auth/totp': nothing,
  'POST /api/auth/recovery_codes': nothing,
};
