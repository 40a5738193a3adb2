import type { Instant } from '@smooth/engine/types.ts';
import type { Database } from '../db/database.ts';
import type { TenantKey } from '../events/wake.ts';
import { askGate, publicQuery, type TenantRow } from './gate.ts';
import { type Tenant, tenantHandle } from './tenant.ts';

const REMEMBERED_MS = 1000;
const MOST_REMEMBERED = 10_000;

/** The handle of a business that a job or an event names; null for one that is not there any more. */
export type FindTenant = (key: TenantKey, now: Instant) => Promise<Tenant | null>;

/** Remembers a business for a second, so a suspension is felt within one. */
export function findTenants(database: Database): FindTenant {
  const remembered = new Map<string, { row: Promise<TenantRow | undefined>; until: number }>();
  const rowOf = (id: string) => {
    const known = remembered.get(id);
    if (known && known.until > performance.now()) return known.row;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const row = askGate(database, tenantById(id)).then(([found]) => found);
    row.catch(() => remembered.delete(id));
    remembered.set(id, { row, until: performance.now() + REMEMBERED_MS });
    return row;
  };
  return async ({ id, mode }, now) => {
    const row = await rowOf(id);
    return row && row.status !== 'closed' && row.provisioned_at !== null
      ? tenantHandle(row, mode, database, now)
      : null;
  };
}

const tenantById = (id: string) => publicQuery.selectFrom('public.tenants').selectAll().where('id', '=', id);

/** The businesses that can be written to. */
export const activeTenants = (database: Database): Promise<TenantRow[]> =>
  askGate(
    database,
    publicQuery
      .selectFrom('public.tenants')
      .selectAll()
      .where('status', '=', 'active')
      .where('provisioned_at', 'is not', null)
      .orderBy('id'),
  );
