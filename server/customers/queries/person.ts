import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { containing } from '../../core/db/like.ts';
import { plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { CustomerRow } from './customers.ts';

export const personById = (id: string) => tenantQuery.selectFrom('customers').selectAll().where('id', '=', id);

/** The account of the same id, with the sessions that are open. */
export const accountById = (id: string) =>
  tenantQuery
    .selectFrom('public.users')
    .select(['email', 'name', 'created_at', 'email_verified_at'])
    .where('id', '=', id)
    .where('role', '=', 'CUSTOMER');

export const sessionsOf = (id: string) =>
  tenantQuery
    .selectFrom('public.sessions')
    .select(['created_at', 'last_seen_at', 'ip_address', 'user_agent'])
    .where('user_id', '=', id)
    .orderBy('created_at');

export const bookedBy = (id: string) =>
  tenantQuery
    .selectFrom('appointments')
    .innerJoin('services', 'services.id', 'appointments.service_id')
    .selectAll('appointments')
    .select(['services.name as service_name'])
    .where('customer_id', '=', id)
    .orderBy('starts_at')
    .orderBy('appointments.id');

export const changesOf = (id: string) =>
  tenantQuery
    .selectFrom('appointment_changes')
    .innerJoin('appointments', 'appointments.id', 'appointment_changes.appointment_id')
    .select(['appointment_id', 'kind', 'at', 'by_name', 'reason'])
    .where('customer_id', '=', id)
    .orderBy('at')
    .orderBy('appointment_changes.id');

export const messagesOf = (id: string) =>
  tenantQuery
    .selectFrom('messages')
    .select(['template', 'recipient', 'subject', 'body_text', 'status', 'created_at', 'sent_at'])
    .where('customer_id', '=', id)
    .orderBy('created_at')
    .orderBy('id');

type RowOf<Query> = Query extends { execute(): Promise<(infer Row)[]> } ? Row : never;
export type PersonAccount = RowOf<ReturnType<typeof accountById>>;
export type PersonSession = RowOf<ReturnType<typeof sessionsOf>>;
export type PersonAppointment = RowOf<ReturnType<typeof bookedBy>>;
export type PersonChange = RowOf<ReturnType<typeof changesOf>>;
export type PersonMessage = RowOf<ReturnType<typeof messagesOf>>;

/** All whom a person was: the records that were merged into theirs, and into those. */
export const everyoneMergedInto = (id: string) =>
  plain(sql<{ id: string }>`
    WITH RECURSIVE people AS (
      SELECT ${id}::uuid AS id
      UNION SELECT (events.payload ->> 'merged_id')::uuid FROM people JOIN events ON events.subject_id = people.id
        WHERE events.type = 'customer.merged'
    ) SELECT id FROM people`);

/** The business's notes about their appointments speak of them, too. */
export const messagesAbout = (id: string, appointments: readonly string[]) =>
  tenantQuery
    .deleteFrom('messages')
    .where((where) =>
      where.or([
        where('customer_id', '=', id),
        where('appointment_id', '=', sql<string>`ANY(${appointments}::uuid[])`),
      ]),
    )
    .returning('id');

export const withoutPerson = (id: string, now: Instant) =>
  tenantQuery
    .updateTable('appointments')
    .set({
      customer_id: null,
      notes: '',
      answers: '{}',
      overlap_reason: sql<string | null>`CASE WHEN overlap_reason IS NOT NULL THEN 'Erased' END`,
      customer_time_zone: null,
      locale: null,
      revision: sql<number>`revision + 1`,
      updated_at: new Date(now),
    })
    .where('customer_id', '=', id);

/** Answers that are kept for requests that are sent twice: those that were given to them, or speak of what is theirs. */
export function answersForgotten(ids: readonly string[], texts: readonly string[]) {
  return tenantQuery
    .updateTable('idempotency_keys')
    .set({ answer: null })
    .where(
      sql<boolean>`(owner = ANY(${ids}) OR answer LIKE ANY(${ids.map(containing)}) OR answer ILIKE ANY(${patterns(texts)}))`,
    );
}

/** Reports of imports that are done may name anybody in any spelling, so none of them is kept. */
export const importsForgotten = tenantQuery
  .updateTable('customer_imports')
  .set({ problems: '[]', file_name: 'customers.csv' })
  .where('content', 'is', null);

/** Imports that are not done yet and may bring the person back. */
export const importsNaming = (texts: readonly string[]) =>
  tenantQuery
    .selectFrom('customer_imports')
    .select('id')
    .where(sql<boolean>`content ILIKE ANY(${texts.map(containing)})`);

/** As the texts stand within JSON. */
const patterns = (texts: readonly string[]) => texts.map((text) => containing(JSON.stringify(text).slice(1, -1)));

export const historyForgotten = (people: readonly string[], appointments: readonly string[]) =>
  plain(sql`SELECT forget_in_history(${people}::uuid[], ${appointments}::uuid[])`);

/** What was sent of these events to other programs, and what they answered. */
export const attemptsForgotten = (subjects: readonly string[]) =>
  tenantQuery
    .deleteFrom('webhook_attempts')
    .using('webhook_deliveries')
    .innerJoin('events', 'events.id', 'webhook_deliveries.event_id')
    .whereRef('webhook_deliveries.id', '=', 'webhook_attempts.delivery_id')
    .where('events.subject_id', '=', sql<string>`ANY(${subjects}::uuid[])`);

export const accountForgotten = (id: string, mails: readonly string[]) =>
  plain(sql`SELECT public.forget_person(${id}::uuid, ${mails}::uuid[])`);

export const feedsForgotten = (id: string) =>
  tenantQuery.deleteFrom('feeds').where((where) => where.or([where('user_id', '=', id), where('created_by', '=', id)]));

export const customerForgotten = (id: string) => tenantQuery.deleteFrom('customers').where('id', '=', id);

/** Nobody books for them any more from here on: a booking refers to this row. */
export const lockPerson = (tx: TenantDb, id: string): Promise<CustomerRow | undefined> =>
  tx.selectFrom('customers').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const lockBooked = (id: string) =>
  tenantQuery.selectFrom('appointments').select('id').where('customer_id', '=', id).orderBy('id').forUpdate();
