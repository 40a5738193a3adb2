import { type Selectable, sql } from 'kysely';
import { byId, listing, type Place } from '../core/db/listing.ts';
import { tenantQuery, type TenantDb } from '../core/tenant/tenant.ts';
import type { TenantTables } from '../schema/tenant-tables.ts';

export type MessageRow = Selectable<TenantTables['messages']>;
export type NewMessage = Pick<
  MessageRow,
  | 'id'
  | 'template'
  | 'dedupe_key'
  | 'appointment_id'
  | 'customer_id'
  | 'recipient'
  | 'subject'
  | 'body_text'
  | 'body_html'
  | 'calendar'
  | 'calendar_method'
  | 'status'
>;

/** All that a message about an appointment may speak of, as it is now. */
export const factsById = (id: string) =>
  tenantQuery
    .selectFrom('appointments')
    .innerJoin('services', 'services.id', 'appointments.service_id')
    .leftJoin('customers', 'customers.id', 'appointments.customer_id')
    .leftJoin('locations', 'locations.id', 'appointments.location_id')
    .where('appointments.id', '=', id)
    .selectAll('appointments')
    .select([
      'services.name as service_name',
      'customers.name as customer_name',
      'customers.email as customer_email',
      'customers.phone as customer_phone',
      'customers.locale as customer_locale',
      'customers.time_zone as customer_zone',
      'locations.name as location_name',
      'locations.address as location_address',
      sql<
        string[]
      >`ARRAY(SELECT name FROM resources WHERE id = ANY(appointments.resource_ids) AND type = 'staff' ORDER BY name)`.as(
        'staff_names',
      ),
      sql<boolean>`EXISTS (SELECT FROM messages WHERE appointment_id = appointments.id AND calendar_method = 'REQUEST')`.as(
        'was_invited',
      ),
    ]);

/** Writes a message unless the same cause has written it before; answers which one stands. */
export async function keepMessage(tx: TenantDb, message: NewMessage): Promise<Pick<MessageRow, 'id' | 'status'>> {
  const kept = await tx
    .insertInto('messages')
    .values({ ...message, created_at: new Date(tx.tenant.now), sent_at: null })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returning(['id', 'status'])
    .executeTakeFirst();
  if (kept) return kept;
  return tx
    .selectFrom('messages')
    .select(['id', 'status'])
    .where('dedupe_key', '=', message.dedupe_key)
    .executeTakeFirstOrThrow();
}

/** With the appointment as it is now, for what may have become untrue meanwhile. */
export const messageToSend = (id: string) =>
  tenantQuery
    .selectFrom('messages')
    .leftJoin('appointments', 'appointments.id', 'messages.appointment_id')
    .selectAll('messages')
    .select(['appointments.status as appointment_status', 'appointments.starts_at', 'appointments.ends_at'])
    .where('messages.id', '=', id);

type RowOf<Query> = Query extends { execute(): Promise<(infer Row)[]> } ? Row : never;
export type Facts = RowOf<ReturnType<typeof factsById>>;
export type MessageToSend = RowOf<ReturnType<typeof messageToSend>>;

export async function markMessage(
  tx: TenantDb,
  id: string,
  { status, attempts, error }: { status: MessageRow['status']; attempts: number; error: string | null },
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ status, attempts, error, sent_at: status === 'sent' ? new Date(tx.tenant.now) : null })
    .where('id', '=', id)
    .execute();
}

const listed = [
  'id',
  'template',
  'recipient',
  'subject',
  'status',
  'error',
  'appointment_id',
  'created_at',
  'sent_at',
] as const;

export type ListedMessage = Pick<MessageRow, (typeof listed)[number]>;

/** Ids are in the order of their instants. */
export const messageList = listing('messages', { id: [byId('id')] });

interface MessageSearch {
  appointment_id?: string | undefined;
  status?: MessageRow['status'] | undefined;
}

export function messagesFound({ appointment_id, status }: MessageSearch, place: Place) {
  let query = tenantQuery.selectFrom('messages').select(listed);
  if (appointment_id) query = query.where('appointment_id', '=', appointment_id);
  if (status) query = query.where('status', '=', status);
  return place.of(query);
}

export const messageWithText = (id: string) =>
  tenantQuery
    .selectFrom('messages')
    .select([...listed, 'body_text'])
    .where('id', '=', id);
