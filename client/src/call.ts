import { type Problem, SmoothScheduleError } from './error.ts';

/** One operation as the generated table has it. */
export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  takes?: 'body' | 'query';
}

export interface CallOptions {
  /** Of a POST. The client makes one where none is given, and keeps it while it tries again. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Further headers, such as `Smooth-Version`. */
  headers?: Record<string, string>;
}

export interface Connection {
  baseUrl: string;
  headers: Record<string, string>;
  fetch: typeof fetch;
  /** How often a call is tried again that met a busy or unreachable server. */
  retries: number;
}

const AGAIN = new Set([429, 502, 503, 504]);
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** Makes a call. What may be made twice without harm is tried again: every GET, and every POST, which carries a key. */
export async function make(connection: Connection, call: Call, args: readonly unknown[]): Promise<unknown> {
  const rest = [...args];
  const path = call.path.replaceAll(/:\w+/g, () => encodeURIComponent(String(rest.shift())));
  const sent = call.takes ? rest.shift() : undefined;
  const options = (rest.shift() ?? {}) as CallOptions;
  const url = `${connection.baseUrl}${path}${call.takes === 'query' ? search(sent) : ''}`;
  const init: RequestInit = {
    method: call.method,
    headers: headersOf(connection, call, { sent, options }),
    ...(call.takes === 'body' && sent !== undefined && { body: JSON.stringify(sent) }),
    ...(options.signal && { signal: options.signal }),
  };
  for (let tries = 0; ; tries += 1) {
    const isLast = tries >= connection.retries || call.method === 'PATCH' || call.method === 'PUT';
    const response = await connection.fetch(url, init).catch((error: unknown) => {
      if (isLast || options.signal?.aborted) throw error;
      return undefined;
    });
    if (response?.ok) return contentOf(response);
    if (response && (isLast || !AGAIN.has(response.status))) throw new SmoothScheduleError(await problemOf(response));
    await pause(tries, response?.headers.get('retry-after'), options.signal);
  }
}

function headersOf({ headers }: Connection, { method, takes }: Call, { sent, options }: Sent): Record<string, string> {
  return {
    ...headers,
    ...(takes === 'body' && sent !== undefined && { 'content-type': 'application/json' }),
    ...(method === 'POST' && { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() }),
    ...options.headers,
  };
}

interface Sent {
  sent: unknown;
  options: CallOptions;
}

function search(query: unknown): string {
  const given = Object.entries((query ?? {}) as Record<string, unknown>).filter(([, value]) => value != null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return isJson ? response.json() : response.text();
}

/** Something between here and the server may answer what is no problem document. */
async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  const known = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const detail = `The server answered ${status}.`;
  const request_id = response.headers.get('request-id') ?? '';
  return { type: 'about:blank', title: detail, code: 'unknown', detail, request_id, ...known, status };
}

/** As long as the server asks for, else longer each time; a little by chance, so that not all come back at once. */
function pause(tries: number, retryAfter: string | null | undefined, signal?: AbortSignal): Promise<void> {
  const asked = Number(retryAfter) * 1000;
  const wanted = asked > 0 ? asked : FIRST_PAUSE_MS * 2 ** tries * (1 + Math.random());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(wanted, LONGEST_PAUSE_MS));
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
