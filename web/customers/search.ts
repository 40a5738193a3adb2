import { text } from '../app/search.ts';

/** What the list of customers is narrowed by, as it stands in the address. */
export interface CustomerSearch {
  q?: string | undefined;
  tag?: string | undefined;
  blocked?: true | undefined;
}

export const customerSearch = (search: Record<string, unknown>): CustomerSearch => ({
  q: text(search['q']),
  tag: text(search['tag']),
  blocked: search['blocked'] === true || search['blocked'] === 'true' ? true : undefined,
});

export const isNarrowed = ({ q, tag, blocked }: CustomerSearch): boolean => Boolean(q ?? tag ?? blocked);
