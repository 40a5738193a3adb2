import { calls, type Operations } from './api.ts';
import { type Call, type Connection, make } from './call.ts';

export type * from './api.ts';
export type { CallOptions } from './call.ts';
export { type Problem, SmoothScheduleError } from './error.ts';

export interface ClientOptions {
  /** `ss_test_…` or `ss_live_…`. Without one only the booking surface answers. */
  token?: string;
  /** The address of the business or of the installation, such as `https://demo.book.example`. */
  baseUrl: string;
  /** Names the business on a host that several share, where no token does. */
  business?: string;
  /** The dated version of the API; the token's own where absent. */
  version?: string;
  /** How often a call is tried again that met a busy or unreachable server; 2 where absent. */
  retries?: number;
  fetch?: typeof fetch;
}

/** A client whose every method is one operation of the API: `await client.appointments.cancel(id, { revision })`. */
export function smoothSchedule(options: ClientOptions): Operations {
  const connection = connectionOf(options);
  const groups = Object.entries<Record<string, Call>>(calls).map(([group, verbs]) => {
    const methods = Object.entries(verbs).map(([verb, call]) => {
      const method = (...args: unknown[]) => make(connection, call, args);
      return [verb, method] as const;
    });
    return [group, Object.fromEntries(methods)] as const;
  });
  return Object.fromEntries(groups) as unknown as Operations;
}

function connectionOf({ token, baseUrl, business, version, retries = 2, fetch: own }: ClientOptions): Connection {
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    retries,
    fetch: own ?? fetch,
    headers: {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(business && { 'x-business-subdomain': business }),
      ...(version && { 'smooth-version': version }),
    },
  };
}

interface ListPage<Item> {
  data: Item[];
  next_cursor: string | null;
}

/** Everything of a list, page after page: `for await (const one of every(client.customers.list, { tag: 'regular' }))`. */
export async function* every<Item, Query extends { cursor?: string }>(
  list: (query?: Query) => Promise<ListPage<Item>>,
  query?: Query,
): AsyncGenerator<Item> {
  for (let cursor: string | null | undefined = query?.cursor; cursor !== null;) {
    const page: ListPage<Item> = await list({ ...query, ...(cursor && { cursor }) } as Query);
    yield* page.data;
    cursor = page.next_cursor;
  }
}
