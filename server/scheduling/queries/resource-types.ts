import { type Selectable, sql } from 'kysely';
import { byNumber, byText, listing, type Place } from '../../core/db/listing.ts';
import { plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type ResourceTypeRow = Selectable<TenantTables['resource_types']>;

/** Those that every business has come first. */
export const typeList = listing('resource_types', {
  name: [byNumber('(NOT is_builtin)::int'), byText('name'), byText('key')],
});

const types = tenantQuery.selectFrom('resource_types').selectAll();
export const typesFound = (place: Place) => place.of(types);
export const typeByKey = (key: string) => types.where('key', '=', key);

export const lockType = (tx: TenantDb, key: string): Promise<ResourceTypeRow | undefined> =>
  tx.selectFrom('resource_types').selectAll().where('key', '=', key).forUpdate().executeTakeFirst();

export interface TypeUses {
  resource_names: string[];
  service_names: string[];
}

/** What keeps a type from being deleted. */
export const usesOfType = (key: string) =>
  plain(sql<TypeUses>`SELECT
    ARRAY(SELECT name FROM resources WHERE type = ${key} ORDER BY lower(name), id) AS resource_names,
    ARRAY(SELECT name FROM services WHERE requires @> ${JSON.stringify([{ type: key }])}::jsonb
      ORDER BY lower(name), id) AS service_names`);
