import {
  type AuditEntry,
  getAuditEntry,
  getPlatformAuditEntry,
  listAudit,
  listPlatformAudit,
  type PlatformAuditEntry,
} from '@smooth/contract/audit/audit.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { type AuditSearch, spanOf } from './search.ts';

/** The part of a business, or all of it. */
export type Where = 'business' | 'platform';
/** At the console it names the business, too. */
export type Entry = AuditEntry & Partial<Pick<PlatformAuditEntry, 'tenant_name'>>;
interface Entries {
  data: Entry[];
  next_cursor: string | null;
}

export const auditQuery = (where: Where, search: AuditSearch, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', where, search, zone],
    queryFn: async ({ pageParam: cursor, signal }): Promise<Entries> => {
      const { q, action, business: tenant_id } = search;
      const query = { q, action, ...spanOf(search, zone, Date.now()), cursor, limit: 50 };
      return where === 'business'
        ? call(listAudit, { query }, { signal })
        : call(listPlatformAudit, { query: { ...query, tenant_id } }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const entryQuery = (where: Where, id: string) =>
  queryOptions({
    queryKey: ['audit-entry', where, id],
    queryFn: ({ signal }): Promise<Entry> =>
      call(where === 'business' ? getAuditEntry : getPlatformAuditEntry, { params: { id } }, { signal }),
    // What is written down never changes.
    staleTime: Infinity,
  });
