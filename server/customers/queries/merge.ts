import type { likenesses } from '@smooth/contract/customers/merge.ts';
import { sql } from 'kysely';
import { plain } from '../../core/db/raw.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { CustomerRow } from './customers.ts';

export interface Likeness {
  ids: [string, string];
  same: (typeof likenesses)[number][];
}

const MOST_SHOWN = 100;
/** A name or number that more people share says nothing about any two of them. */
const MOST_ALIKE = 8;

/**
 * Pairs with the same number however it is spelled, with or without a country code; the same name; or the same e-mail
 * apart from a part behind a plus. The older record comes first, the likelier pairs before the others.
 */
export const likenessesFound = (customerId: string | null) =>
  plain(sql<Likeness>`
    WITH keys AS (
      SELECT id, 'phone' AS what, right(regexp_replace(phone, '\\D', '', 'g'), 9) AS key FROM customers
        WHERE length(regexp_replace(phone, '\\D', '', 'g')) >= 7
      UNION ALL SELECT id, 'email', regexp_replace(email, '\\+[^@]*@', '@') FROM customers WHERE email IS NOT NULL
      UNION ALL SELECT id, 'name', lower(regexp_replace(trim(name), '\\s+', ' ', 'g')) FROM customers
    ), alike AS (
      SELECT *, count(*) OVER (PARTITION BY what, key) AS people FROM keys
    )
    SELECT ARRAY[a.id, b.id] AS ids, array_agg(a.what ORDER BY a.what) AS same
    FROM alike a JOIN alike b USING (what, key)
    WHERE a.id < b.id AND a.people BETWEEN 2 AND ${MOST_ALIKE}
      AND (${customerId}::uuid IS NULL OR ${customerId}::uuid IN (a.id, b.id))
    GROUP BY a.id, b.id
    ORDER BY count(*) DESC, bool_or(a.what <> 'name') DESC, a.id, b.id
    LIMIT ${MOST_SHOWN}`);

/** Both rows in the order of their ids, so that two merges of the same pair wait for each other. */
export async function lockPair(tx: TenantDb, ids: readonly string[]): Promise<CustomerRow[]> {
  return tx
    .selectFrom('customers')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export const pairById = (ids: readonly string[]) =>
  tenantQuery
    .selectFrom('customers')
    .selectAll()
    .where('id', 'in', [...ids]);

/** Whether somebody signs in as this customer: the account has the same id. */
export const accountOf = (id: string) => tenantQuery.selectFrom('public.users').select('id').where('id', '=', id);

/** All that belongs to one customer becomes the other's. */
export const moveBelongings = (tx: TenantDb, from: string, into: string) =>
  send(
    tx,
    tenantQuery.updateTable('appointments').set({ customer_id: into }).where('customer_id', '=', from),
    tenantQuery.updateTable('messages').set({ customer_id: into }).where('customer_id', '=', from),
    tenantQuery.deleteFrom('customers').where('id', '=', from),
  );

export const appointmentsOf = (id: string) =>
  tenantQuery
    .selectFrom('appointments')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('customer_id', '=', id);
