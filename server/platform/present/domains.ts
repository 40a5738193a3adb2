import type { Domain } from '@smooth/contract/platform/domains.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import type { Actor } from '../../core/actor.ts';
import type { Config } from '../../core/config.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { domainPolicy } from '../policy.ts';
import { recordsFor } from '../rules/domain.ts';

export type DomainRow = Selectable<PublicTables['public.domains']> & { subdomain: string };
const orNull = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));

/** Where the DNS has to lead: the address the business has anyway. */
export const targetOf = ({ subdomain }: Pick<DomainRow, 'subdomain'>, { baseUrl }: Pick<Config, 'baseUrl'>): string =>
  `${subdomain}.${baseUrl.hostname}`;

export function presentDomain(
  row: DomainRow,
  { actor, config }: { actor: Actor; config: Pick<Config, 'baseUrl'> },
): Domain {
  const may = domainPolicy.may(actor, 'domain.edit', null);
  return {
    id: row.id,
    tenant_id: row.tenant_id,
    hostname: row.hostname,
    is_primary: row.is_primary,
    verified_at: orNull(row.verified_at),
    checked_at: orNull(row.checked_at),
    check_error: row.check_error,
    records: recordsFor(row, targetOf(row, config)),
    can: { verify: may, make_primary: may && row.verified_at !== null && !row.is_primary, remove: may },
  };
}
