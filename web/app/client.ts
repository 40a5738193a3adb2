import type { AnswerOf, CallOf, Endpoint, Problem } from '@smooth/contract/core/endpoint.ts';
import { Refusal, unreachable } from './refusal.ts';
import { problemIn } from './problem-words.ts';
import { type Spoken, spoken } from '../words/spoken.ts';
import { tabMode } from './tab-mode.ts';

/**
 * The only way from the web to the server. Typed by the contract; every refusal arrives as a `Refusal`.
 * A POST carries a key of its own, so that a repeated one is done once; pass `key` to repeat the same intent.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  { params, query, body }: CallOf<E> = {},
  { key, signal }: { key?: string; signal?: AbortSignal } = {},
): Promise<AnswerOf<E>> {
  const voice = spoken();
  const headers: Record<string, string> = {};
  if (tabMode()) headers['X-Sandbox-Mode'] = String(tabMode() === 'sandbox');
  if (voice) headers['Accept-Language'] = voice.locale;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (endpoint.method === 'POST') headers['Idempotency-Key'] = key ?? crypto.randomUUID();
  const response = await send(address(endpoint.path, params, query), {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw refusalIn(voice, await problemOf(response), response.headers.get('Content-Language'));
  if (response.status === 204) return undefined as AnswerOf<E>;
  return (endpoint.produces ? await response.text() : await response.json()) as AnswerOf<E>;
}

/** The path with its parameters filled in and the query behind it; absent values are left out. */
export function address(path: string, params: object = {}, query: object = {}): string {
  const values = params as Record<string, unknown>;
  const filled = path.replace(/:([a-z_]+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

const refusalIn = (voice: Spoken | null, problem: Problem, answeredIn: string | null) =>
  new Refusal(voice ? problemIn(problem, voice, answeredIn) : problem);

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw refusalIn(spoken(), unreachable(), null);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('Request-Id') ?? '';
  try {
    return (await response.json()) as Problem;
  } catch {
    return {
      type: 'about:blank',
      title: '',
      status: response.status,
      code: 'internal',
      detail: '',
      request_id: requestId,
    };
  }
}
