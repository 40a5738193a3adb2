import type { Mode, Role } from '@smooth/contract/identity/roles.ts';
import type { InjectOptions } from 'fastify';
import { type RegisteredRoute } from '../core/http/route.ts';
import { cheapHash, emailOf, PASSWORD } from './cast.ts';
import type { House } from './house.ts';
import type { SampleCall } from './sample.ts';

/** Somebody of the cast as the matrix sees them: at home in one place, and able to knock at any. */
export interface Asker {
  name: string;
  role: Role | null;
  /** The sub-domain where their session counts. */
  home: string;
  mode: Mode;
  /** Staff and customers have an account in one mode only. */
  isBound: boolean;
  cookie(): Promise<string | undefined>;
}

export interface Knock {
  /** The sub-domain that is asked. */
  at: string;
  mode: Mode;
}

export interface Reply {
  status: number;
  code: string | undefined;
  text: string;
}

export const hostOf = (subdomain: string) => `${subdomain}.localhost:3000`;
export const keyOf = ({ endpoint }: RegisteredRoute) => `${endpoint.method} ${endpoint.path}`;

export function askerOf(house: House, who: Omit<Asker, 'cookie' | 'isBound'>): Asker {
  const signIn = async () => {
    const response = await house.app.inject({
      method: 'POST',
      url: '/api/auth/login',
      headers: { host: hostOf(who.home), 'x-sandbox-mode': String(who.mode === 'sandbox') },
      payload: { email: emailOf(who.name, who.home), password: PASSWORD },
    });
    if (response.statusCode !== 200) throw new Error(`${who.name} cannot sign in: ${response.body}`);
    return String(response.headers['set-cookie']).split(';')[0]!;
  };
  return {
    ...who,
    isBound: who.role === 'TENANT_STAFF' || who.role === 'CUSTOMER',
    cookie: async () => (who.role === null ? undefined : signIn()),
  };
}

interface Asking {
  asker: Asker;
  headers?: Record<string, string>;
  /** Where the call is about something of one's own, it is this asker's. */
  isOwn?: boolean;
}

async function idOfAsker(house: House, { name, home, mode, isBound }: Asker): Promise<string> {
  const [row] = await house.rows<{ id: string }>(
    'public',
    'SELECT id FROM users WHERE email = $1 AND is_sandbox = $2',
    [emailOf(name, home), isBound && mode === 'sandbox'],
  );
  return row!.id;
}

/** Makes the call of a route as somebody, somewhere. */
export async function knock(
  house: House,
  { endpoint }: RegisteredRoute,
  call: SampleCall,
  { asker, at, mode, headers = {}, isOwn }: Knock & Asking,
): Promise<Reply> {
  const cookie = await cookieOf(asker);
  const made =
    isOwn && cookie && call.own ? await call.own({ userId: await idOfAsker(house, asker), host: hostOf(at) }) : call;
  const { params = {}, query = {}, body } = made;
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const response = await house.app.inject({
    method: endpoint.method,
    url: Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query)}` : path,
    headers: {
      host: hostOf(at),
      'x-sandbox-mode': String(mode === 'sandbox'),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body && { payload: body as InjectOptions['payload'] }),
  });
  const isDone = response.statusCode < 400;
  if (isDone && endpoint.path.startsWith('/api/auth/') && endpoint.method !== 'GET') await settle(house);
  const isProblem = String(response.headers['content-type']).startsWith('application/problem+json');
  return {
    status: response.statusCode,
    code: isProblem ? (response.json<{ code: string }>().code ?? undefined) : undefined,
    text: response.body + JSON.stringify(response.headers),
  };
}

let cookies = new WeakMap<Asker, Promise<string | undefined>>();

/** Calls about the asker's own account change how they sign in, and end sessions: all is as it was for the next call. */
async function settle(house: House): Promise<void> {
  cookies = new WeakMap();
  await house.rows('public', 'UPDATE users SET password_hash = $1, email_verified_at = NULL', [await asBefore]);
  await house.rows('public', 'DELETE FROM passkeys');
  await house.rows('public', 'DELETE FROM totp WHERE confirmed_at IS NOT NULL');
}
const asBefore = cheapHash();

function cookieOf(asker: Asker): Promise<string | undefined> {
  const known = cookies.get(asker) ?? asker.cookie();
  cookies.set(asker, known);
  return known;
}

/** Not found by the address; or the field that names it is wrong; or a list without anything in it. */
export function isNothing({ endpoint }: RegisteredRoute, { status, code, text }: Reply): boolean {
  if (endpoint.method === 'DELETE' && /\/(holds|sessions)\/:id$/.test(endpoint.path)) return status === 204;
  if (endpoint.path.endsWith('grants/revocation')) return text.startsWith('{"revoked":0}');
  if (endpoint.path.includes('_token')) return status === 404 || code === 'mode_conflict';
  if (endpoint.path.includes(':id')) return status === 404;
  if (endpoint.method === 'GET') return status === 404 || text.startsWith('{"data":[]');
  return status === 404 || (status === 400 && text.includes('"pointer":"/body/'));
}
