import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { ListedTenant } from './queries.ts';

export const presentTenant = (row: ListedTenant, baseUrl: URL): TenantSummary => ({
  id: row.id,
  name: row.name,
  subdomain: row.subdomain,
  status: row.status,
  tier: row.tier,
  time_zone: row.time_zone,
  is_temporary: row.is_temporary,
  created_at: formatInstant(row.created_at),
  address: addressOf(row.subdomain, baseUrl),
  schemas: row.schemas,
});

/** Where a business, or the console as `platform`, is reached. */
export const addressOf = (subdomain: string, baseUrl: URL): string =>
  `${baseUrl.protocol}//${subdomain}.${baseUrl.host}`;
