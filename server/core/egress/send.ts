import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Destination, type EgressConfig, judge, type NotAllowed } from './destination.ts';

/*
 * The one way out for every request that a business causes: webhooks, plugins, imports. Nothing else in the server speaks
 * HTTP to others; the structure check sees to it.
 */

export interface Outgoing {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
  /** For everything together: name, connection, request, answer. */
  within_ms?: number;
}

export interface Answered {
  ok: true;
  status: number;
  headers: Record<string, string>;
  /** What was read of it, 64 kB at most. */
  body: string;
  is_cut: boolean;
}

/** Nothing came back that counts as an answer. */
export type Failure = NotAllowed | 'timeout' | 'refused' | 'unreachable' | 'tls' | 'broken_off' | 'no_http';

export type Outcome = (Answered | { ok: false; code: Failure }) & { duration_ms: number };

const WITHIN_MS = 10_000;
const MOST_BODY = 64 * 1024;
const MOST_HEADERS = 16 * 1024;

/**
 * Sends one request. The name is resolved here, once, and the connection goes to an address that was judged; a redirect is
 * an answer like any other, a proxy of the environment is not used, and no connection is kept.
 */
export async function send(config: EgressConfig, outgoing: Outgoing): Promise<Outcome> {
  const began = performance.now();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), outgoing.within_ms ?? WITHIN_MS);
  const inTime = new Promise<{ ok: false; code: Failure }>((resolve) => {
    late.signal.addEventListener('abort', () => resolve({ ok: false, code: 'timeout' }));
  });
  const sent = judge(config, outgoing.url).then((judged) =>
    judged.ok && !late.signal.aborted ? exchange(judged.destination, outgoing, late.signal) : notSent(judged),
  );
  const outcome = await Promise.race([sent, inTime]);
  clearTimeout(timer);
  return { ...outcome, duration_ms: Math.round(performance.now() - began) };
}

const notSent = (judged: Awaited<ReturnType<typeof judge>>) =>
  ({ ok: false, code: judged.ok ? 'timeout' : judged.code }) as const;

function exchange(
  { url, addresses }: Destination,
  { method, headers, body }: Outgoing,
  signal: AbortSignal,
): Promise<Answered | { ok: false; code: Failure }> {
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      headers: { ...headers, 'accept-encoding': 'identity', connection: 'close' },
      agent: false,
      lookup: onlyTo(addresses),
      maxHeaderSize: MOST_HEADERS,
      signal,
    });
    request.on('error', (error) => resolve({ ok: false, code: failureOf(error, signal) }));
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve({ ok: false, code: 'no_http' });
    });
    request.on('response', (response) => {
      void readAnswer(response).then((answer) => {
        request.destroy();
        resolve(answer ?? { ok: false, code: signal.aborted ? 'timeout' : 'broken_off' });
      });
    });
    request.end(body);
  });
}

/** Instead of a second look-up, whose answer nobody would have judged. An address in the URL is not looked up at all. */
const onlyTo =
  (addresses: readonly string[]): LookupFunction =>
  (_hostname, { all }, answer) => {
    const found = addresses.map((address) => ({ address, family: isIP(address) }));
    if (all) answer(null, found);
    else answer(null, found[0]!.address, found[0]!.family);
  };

async function readAnswer(response: http.IncomingMessage): Promise<Answered | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BODY) break;
    }
  } catch {
    return null;
  }
  return {
    ok: true,
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).subarray(0, MOST_BODY).toString(),
    is_cut: size > MOST_BODY,
  };
}

const FAILURES: Record<string, Failure> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'broken_off',
  EPIPE: 'broken_off',
};

function failureOf(error: NodeJS.ErrnoException, signal: AbortSignal): Failure {
  if (signal.aborted) return 'timeout';
  const { code = '' } = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;
  if (code.startsWith('HPE_')) return 'no_http';
  return FAILURES[code] ?? (/TLS|SSL|CERT|SIGNED|ERR_SSL/.test(code) ? 'tls' : 'unreachable');
}
