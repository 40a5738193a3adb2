import { text } from '../app/search.ts';

export const statusClasses = ['2xx', '4xx', '5xx'] as const;

/** What the log of a token is narrowed by, as it stands in the address. */
export interface RequestFilter {
  q?: string | undefined;
  status?: (typeof statusClasses)[number] | undefined;
}
export type RequestSearch = RequestFilter & { request?: string | undefined };

export const requestSearch = (search: Record<string, unknown>): RequestSearch => ({
  q: text(search['q']),
  status: statusClasses.find((status) => status === search['status']),
  request: text(search['request']),
});

export const filterOf = ({ q, status }: RequestSearch): RequestFilter => ({ q, status });
export const isNarrowed = ({ q, status }: RequestFilter): boolean => Boolean(q ?? status);
export const queryOf = ({ q, status }: RequestFilter) => ({ ...(q && { q }), ...(status && { status }) });
