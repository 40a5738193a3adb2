import type { Database } from '../core/db/database.ts';
import { askGate, publicQuery, type TenantRow } from '../core/tenant/gate.ts';

const tenantBySubdomain = (subdomain: string) =>
  publicQuery
    .selectFrom('public.tenants')
    .selectAll()
    .where('subdomain', '=', subdomain)
    .where('status', '<>', 'closed');

const tenantByDomain = (hostname: string) =>
  publicQuery
    .selectFrom('public.tenants')
    .innerJoin('public.domains', 'public.domains.tenant_id', 'public.tenants.id')
    .selectAll('public.tenants')
    .where('public.domains.hostname', '=', hostname)
    .where('public.domains.verified_at', 'is not', null)
    .where('public.tenants.status', '<>', 'closed');

const REMEMBERED_MS = 1000;
const MOST_REMEMBERED = 10_000;

/** Finds businesses by address; an answer is remembered for a second, so a suspension is felt within one. */
export function tenantFinder(database: Database) {
  const remembered = new Map<string, { row: Promise<TenantRow | undefined>; until: number }>();
  const remember = (key: string, look: () => Promise<TenantRow | undefined>) => {
    const known = remembered.get(key);
    if (known && known.until > performance.now()) return known.row;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const row = look();
    remembered.set(key, { row, until: performance.now() + REMEMBERED_MS });
    row.catch(() => remembered.delete(key));
    return row;
  };
  const first = async (query: ReturnType<typeof tenantBySubdomain>) => (await askGate(database, query))[0];
  return {
    bySubdomain: (subdomain: string) => remember(`s:${subdomain}`, () => first(tenantBySubdomain(subdomain))),
    byDomain: (hostname: string) => remember(`d:${hostname}`, () => first(tenantByDomain(hostname))),
  };
}
