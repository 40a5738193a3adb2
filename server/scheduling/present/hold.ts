import type { Hold } from '@smooth/contract/scheduling/holds.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { termsWith } from '@smooth/engine/terms.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import type { HoldRow } from '../queries/holds.ts';
import { type BusinessRules, knownRules, rulesIn } from '../queries/rules.ts';

/** Holding has just made sure of the rules. */
export const presentHold = async (tx: TenantDb, row: HoldRow): Promise<Hold> =>
  holdIn(knownRules(tx.tenant) ?? (await rulesIn(tx)), row, tx.tenant.row.currency);

export function holdIn(rules: BusinessRules, row: HoldRow, currency: string): Hold {
  const { price_minor } = termsWith(rules.schedule, rules.services.get(row.service_id)!, row.resource_ids);
  return {
    id: row.id,
    service_id: row.service_id,
    start: formatInstant(row.starts_at),
    end: formatInstant(row.ends_at),
    price: { amount_minor: price_minor * row.party_size, currency },
    expires_at: formatInstant(row.expires_at),
  };
}
