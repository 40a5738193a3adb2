import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import type { Config } from '../../core/config.ts';
import { readMigrations } from '../../core/db/migrations.ts';
import { businessOrigin } from '../../core/http/address.ts';
import { tenantPolicy } from '../policy.ts';
import type { ListedTenant } from '../queries/tenants.ts';
import { mayBecome } from '../rules/status.ts';

export const newestVersion = readMigrations('tenant').length;
const orNull = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));

interface Showing {
  actor: Actor;
  config: Pick<Config, 'baseUrl'>;
  now: Instant;
}

export const presentTenant = (row: ListedTenant, { actor, config, now }: Showing): TenantSummary => ({
  id: row.id,
  revision: row.revision,
  name: row.name,
  subdomain: row.subdomain,
  status: row.status,
  provisioning: row.provisioned_at !== null ? 'ready' : row.provision_error === null ? 'waiting' : 'failed',
  provisioning_error: row.provision_error,
  tier: row.tier,
  time_zone: row.time_zone,
  currency: row.currency,
  locale: row.locale,
  is_temporary: row.is_temporary,
  expires_at: orNull(row.expires_at),
  closed_at: orNull(row.closed_at),
  delete_after: orNull(row.delete_after),
  created_at: formatInstant(row.created_at),
  address: businessOrigin(config.baseUrl, row.subdomain),
  schemas: row.schemas.map((schema) => ({ ...schema, newest: newestVersion })),
  usage: row.usage,
  entitlements: row.entitlements,
  overrides: row.overrides,
  can: {
    edit: tenantPolicy.may(actor, 'tenant.edit', row),
    suspend: tenantPolicy.may(actor, 'tenant.suspend', row) && mayBecome('suspend', row, now),
    resume: tenantPolicy.may(actor, 'tenant.suspend', row) && mayBecome('resume', row, now),
    close: tenantPolicy.may(actor, 'tenant.close', row) && mayBecome('close', row, now),
    reopen: tenantPolicy.may(actor, 'tenant.close', row) && mayBecome('reopen', row, now),
  },
});
