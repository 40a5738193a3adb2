import type { PersonExport } from '@smooth/contract/customers/person.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Tenant } from '../../core/tenant/tenant.ts';
import type { CustomerRow } from '../queries/customers.ts';
import type {
  PersonAccount,
  PersonAppointment,
  PersonChange,
  PersonMessage,
  PersonSession,
} from '../queries/person.ts';

export interface Person {
  row: CustomerRow;
  account: PersonAccount | undefined;
  sessions: readonly PersonSession[];
  appointments: readonly PersonAppointment[];
  changes: readonly PersonChange[];
  messages: readonly PersonMessage[];
}

/** For the business everything; for the person themself all but what the team notes for itself. */
export function presentPerson(tenant: Tenant, person: Person, reader: 'business' | 'customer'): PersonExport {
  const { row, account, sessions, appointments, changes, messages } = person;
  const isTeam = reader === 'business';
  const { id, name, email, phone, locale, time_zone, notes, tags, is_blocked, import_key } = row;
  const byAppointment = Map.groupBy(changes, ({ appointment_id }) => appointment_id);
  return {
    format: 'smoothschedule-person',
    version: 1,
    exported_at: formatInstant(tenant.now),
    business: tenant.row.name,
    mode: tenant.mode,
    customer: {
      id,
      name,
      email,
      phone,
      locale,
      time_zone,
      created_at: formatInstant(row.created_at),
      updated_at: formatInstant(row.updated_at),
      ...(isTeam && { notes, tags: [...tags], is_blocked, import_key }),
    },
    account: account ? presentAccount(account, sessions) : null,
    appointments: appointments.map((one) => presentBooked(one, byAppointment.get(one.id) ?? [], isTeam)),
    messages: messages.map(({ body_text: text, created_at, sent_at, ...message }) => ({
      ...message,
      text,
      created_at: formatInstant(created_at),
      sent_at: sent_at === null ? null : formatInstant(sent_at),
    })),
  };
}

const presentAccount = (account: PersonAccount, sessions: readonly PersonSession[]) => ({
  ...account,
  created_at: formatInstant(account.created_at),
  email_verified_at: account.email_verified_at === null ? null : formatInstant(account.email_verified_at),
  sessions: sessions.map(({ created_at, last_seen_at, ...session }) => ({
    ...session,
    created_at: formatInstant(created_at),
    last_seen_at: formatInstant(last_seen_at),
  })),
});

const presentBooked = (row: PersonAppointment, changes: readonly PersonChange[], isTeam: boolean) => ({
  id: row.id,
  service: row.service_name,
  status: row.status,
  start: formatInstant(row.starts_at),
  end: formatInstant(row.ends_at),
  time_zone: row.time_zone,
  customer_time_zone: row.customer_time_zone,
  party_size: row.party_size,
  price: { amount_minor: row.price_minor, currency: row.currency },
  answers: row.answers,
  ...(isTeam && { notes: row.notes }),
  created_at: formatInstant(row.created_at),
  changes: changes.map(({ kind, at, by_name, reason }) => ({ kind, at: formatInstant(at), by: by_name, reason })),
});
