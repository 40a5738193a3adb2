import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { containing } from '../../core/db/like.ts';
import { byId, byInstant, byText, listing, type Place } from '../../core/db/listing.ts';
import { at, plain, planned } from '../../core/db/raw.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type CustomerRow = Selectable<TenantTables['customers']>;

/** A customer with what the appointments say. */
export type CountedCustomer = CustomerRow & {
  appointment_count: number;
  no_show_count: number;
  next_start: Instant | null;
  last_start: Instant | null;
};

const last = byId('customers.id');
export const customerList = listing('customers', {
  name: [byText('lower(customers.name)'), last],
  created_at: [byInstant('customers.created_at'), last],
  updated_at: [byInstant('customers.updated_at'), last],
  last_start: [byInstant("coalesce(told.last_start, '1000-01-01T00:00:00Z')"), last],
});

/** What never took place is not counted. */
const CALLED_OFF = ['expired', 'declined', 'cancelled'] as const;

const counted = (now: Instant) =>
  tenantQuery
    .selectFrom('customers')
    .leftJoinLateral(
      (db) =>
        db
          .selectFrom('appointments')
          .whereRef('appointments.customer_id', '=', 'customers.id')
          .where('appointments.status', 'not in', CALLED_OFF)
          .select([
            sql<number>`count(*)`.as('appointment_count'),
            sql<number>`count(*) FILTER (WHERE status = 'no_show')`.as('no_show_count'),
            sql<Instant | null>`min(starts_at) FILTER (WHERE starts_at > ${new Date(now)})`.as('next_start'),
            sql<Instant | null>`max(starts_at) FILTER (WHERE starts_at <= ${new Date(now)})`.as('last_start'),
          ])
          .as('told'),
      (join) => join.onTrue(),
    )
    .selectAll('customers')
    .select(['told.next_start', 'told.last_start'])
    .select([
      sql<number>`told.appointment_count`.as('appointment_count'),
      sql<number>`told.no_show_count`.as('no_show_count'),
    ]);

export const customerById = (id: string, now: Instant) => counted(now).where('customers.id', '=', id);
export const customersById = (ids: readonly string[], now: Instant) =>
  counted(now).where('customers.id', 'in', [...ids]);

export interface CustomerFilter {
  q?: string | undefined;
  tag?: string | undefined;
  blocked?: boolean | undefined;
}
export interface CustomerSearch extends CustomerFilter {
  email?: string | undefined;
  updated_since?: Instant | undefined;
}

/** `q` is part of the name, the e-mail or the phone number, whose spelling does not matter. */
export function customersFound({ email, updated_since, ...filter }: CustomerSearch, now: Instant, place: Place) {
  let query = counted(now).where(fitting(filter));
  if (email) query = query.where('customers.email', '=', email.toLowerCase());
  if (updated_since !== undefined) query = query.where('customers.updated_at', '>=', at(updated_since));
  return place.of(query);
}

/** The rows a list or a file is about. */
export const fitting = ({ q, tag, blocked }: CustomerFilter) =>
  sql<boolean>`(${sql.join(
    [
      sql`true`,
      ...(q ? [matching(q)] : []),
      ...(tag === undefined ? [] : [sql`customers.tags @> ARRAY[${tag}]`]),
      ...(blocked === undefined ? [] : [sql`customers.is_blocked = ${blocked}`]),
    ],
    sql` AND `,
  )})`;

function matching(q: string) {
  const text = containing(q.toLowerCase());
  const digits = q.replaceAll(/\D/g, '');
  const byText = sql<boolean>`(lower(customers.name) LIKE ${text} OR customers.email LIKE ${text})`;
  if (digits.length < 3) return byText;
  return sql<boolean>`(${byText} OR regexp_replace(customers.phone, '\\D', '', 'g') LIKE ${containing(digits)})`;
}

export const lockCustomer = (tx: TenantDb, id: string): Promise<CustomerRow | undefined> =>
  tx.selectFrom('customers').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export async function readCustomer(tx: TenantDb, id: string): Promise<CountedCustomer> {
  const [rows] = await send(tx, customerById(id, tx.tenant.now));
  return rows[0]!;
}

export interface Guest {
  name: string;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  locale?: string | null | undefined;
  time_zone?: string | null | undefined;
}

/** What a booking needs to know of its customer. */
export type KnownCustomer = Pick<CustomerRow, 'id' | 'revision' | 'name' | 'email' | 'phone' | 'is_blocked'>;
const known = sql.raw('id, revision, name, email, phone, is_blocked');

/**
 * The customer with this e-mail, untouched, or else a new one with this id. Where a twin adds the same e-mail meanwhile,
 * the conflict waits for it and answers its row.
 */
export function knownOrAdded(id: string, { name, email, phone, locale, time_zone }: Guest, now: Instant) {
  const address = email?.toLowerCase() ?? null;
  const at = new Date(now);
  return planned(
    plain(sql<KnownCustomer>`
    WITH known AS (SELECT ${known} FROM customers WHERE email = ${address}),
    added AS (
      INSERT INTO customers (id, name, email, phone, locale, time_zone, created_at, updated_at)
      SELECT ${id}::uuid, ${name}::text, ${address}::text, ${phone ?? null}::text, ${locale ?? null}::text,
        ${time_zone ?? null}::text, ${at}::timestamptz, ${at}::timestamptz
      WHERE NOT EXISTS (SELECT FROM known)
      ON CONFLICT (email) WHERE email IS NOT NULL DO UPDATE SET revision = customers.revision
      RETURNING ${known})
    SELECT ${known} FROM known UNION ALL SELECT ${known} FROM added`),
  );
}

/** What an appointment shows of its customer. */
export const customerShown = (id: string) =>
  tenantQuery.selectFrom('customers').select(['id', 'name', 'email', 'phone']).where('id', '=', id);

export const tagsInUse = tenantQuery
  .selectFrom((db) =>
    db
      .selectFrom('customers')
      .select(sql<string>`unnest(tags)`.as('tag'))
      .as('each'),
  )
  .select(['tag', sql<number>`count(*)::int`.as('count')])
  .groupBy('tag')
  .orderBy(sql`lower(tag)`)
  .orderBy('tag');
