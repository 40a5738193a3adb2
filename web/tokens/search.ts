import { text } from '../app/search.ts';

export const statusClasses = ['2xx', '4xx', '5xx'] as const;

/** What the log is narrowed by, as it stands in the address. */
export interface RequestFilter {
  token?: string | undefined;
  q?: string | undefined;
  status?: (typeof statusClasses)[number] | undefined;
}
export type RequestSearch = RequestFilter & { request?: string | undefined };

export const requestSearch = (search: Record<string, unknown>): RequestSearch => ({
  token: text(search['token']),
  q: text(search['q']),
  status: statusClasses.find((status) => status === search['status']),
  request: text(search['request']),
});

export const filterOf = ({ token, q, status }: RequestSearch): RequestFilter => ({ token, q, status });
export const isNarrowed = ({ token, q, status }: RequestFilter): boolean => Boolean(token ?? q ?? status);
export const queryOf = ({ token, q, status }: RequestFilter) => ({
  ...(token && { token_id: token }),
  ...(q && { q }),
  ...(status && { status }),
});
