import type { AnswerOf, CallOf, Endpoint, Problem } from '@smooth/contract/core/endpoint.ts';
import type { FastifyInstance, InjectOptions } from 'fastify';

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Record<string, unknown>;
  /** What a success answered. */
  body: Body;
  /** The same, read as a refusal. */
  problem: Problem;
  /** The answer as it came. */
  text: string;
}

type Headers = Record<string, string>;

/** Somebody in front of the API: signs in at the first request, sends cookie and mode with each. */
export interface Person {
  /** By the contract: parameters, query and body are typed, the answer too, which has to keep to it. */
  call<E extends Endpoint>(endpoint: E, call?: CallOf<E>, headers?: Headers): Promise<Answer<AnswerOf<E>>>;
  /** Anything at all, also what the contract forbids. */
  get(path: string, headers?: Headers): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Headers): Promise<Answer>;
  delete(path: string, headers?: Headers): Promise<Answer>;
  /** The headers of a session of its own, for what is not sent through here. */
  signedIn(): Promise<{ cookie: string; host: string }>;
}

export interface Credentials {
  email: string;
  password: string;
}

export interface Standing {
  app: FastifyInstance;
  /** The Host that is asked. */
  host: string;
  /** Sent with every request where given. */
  mode?: 'live' | 'sandbox';
  now: () => number;
  /** Absent: a visitor who never signs in. */
  credentials?: Credentials;
}

/** A session lasts 30 days; a test that moves the clock further finds the person signed in again. */
const SIGN_IN_AGAIN_MS = 20 * 24 * 60 * 60 * 1000;

export function personOf({ app, host, mode, now, credentials }: Standing): Person {
  const own: Headers = { host, ...(mode && { 'x-sandbox-mode': String(mode === 'sandbox') }) };
  let session: { at: number; cookie: Promise<string> } | undefined;
  const cookie = (): Promise<string> => {
    if (!session || Math.abs(now() - session.at) > SIGN_IN_AGAIN_MS)
      session = { at: now(), cookie: signIn(app, own, credentials!) };
    return session.cookie;
  };
  const send = async (method: string, url: string, body: unknown, headers: Headers = {}): Promise<Answer> => {
    const all = { ...own, ...(credentials && { cookie: await cookie() }), ...headers };
    const payload = body as InjectOptions['payload'];
    const response = await app.inject({
      method: method as 'GET',
      url,
      headers: all,
      ...(body !== undefined && { payload }),
    });
    const json = response.body && /json/.test(String(response.headers['content-type'])) ? response.json() : undefined;
    return { status: response.statusCode, headers: response.headers, body: json, problem: json, text: response.body };
  };
  return {
    call: async <E extends Endpoint>(endpoint: E, call: CallOf<E> = {}, headers: Headers = {}) => {
      const answer = await send(endpoint.method, addressOf(endpoint, call), call.body, headers);
      if (answer.status < 400 && !endpoint.produces) demandDocumented(endpoint, answer);
      return answer as Answer<AnswerOf<E>>;
    },
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    delete: (path, headers) => send('DELETE', path, undefined, headers),
    signedIn: async () => ({ cookie: await signIn(app, own, credentials!), host }),
  };
}

/** The server only looks at kinds; here every format counts, and what is not named must not be there. */
function demandDocumented({ method, path, responses }: Endpoint, { body }: Answer): void {
  const told = Object.values(responses)[0]!.parse(body);
  if (JSON.stringify(told) !== JSON.stringify(body))
    throw new Error(`${method} ${path} answers what the contract does not name: ${JSON.stringify(body)}`);
}

async function signIn(app: FastifyInstance, headers: Headers, credentials: Credentials): Promise<string> {
  const response = await app.inject({ method: 'POST', url: '/api/auth/login', headers, payload: credentials });
  if (response.statusCode !== 200) throw new Error(`${credentials.email} cannot sign in: ${response.body}`);
  return String(response.headers['set-cookie']).split(';')[0]!;
}

function addressOf(endpoint: Endpoint, { params, query }: CallOf<Endpoint>): string {
  const given: Record<string, unknown> = params ?? {};
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const search = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return search.length === 0
    ? path
    : `${path}?${new URLSearchParams(search.map(([key, value]) => [key, String(value)]))}`;
}
