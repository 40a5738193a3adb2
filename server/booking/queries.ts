import { type Actor } from '../core/actor.ts';
import { found, Refused } from '../core/errors.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { byId, byInstant, listing, type Place } from '../core/db/listing.ts';
import { at } from '../core/db/raw.ts';
import { ask, type Tenant, type TenantDb } from '../core/tenant/tenant.ts';
import { appointmentById, type AppointmentRow, withCustomer } from '../scheduling/queries/appointments.ts';
import { liveStatuses } from '../scheduling/rules/status.ts';
import { readManageToken } from '../scheduling/rules/manage-token.ts';

/** The appointment a manage link opens; a link that was not made here opens nothing. */
export function managedId(secret: string, tenant: Tenant, token: string): string {
  const managed = readManageToken(secret, tenant.id, token);
  if (managed?.mode !== tenant.mode)
    throw new Refused('not_found', { detail: 'This link does not open an appointment. Look for the newest e-mail.' });
  return managed.appointmentId;
}

export const managedRow = async (secret: string, tenant: Tenant, token: string): Promise<AppointmentRow> =>
  found((await ask(tenant, appointmentById(managedId(secret, tenant, token))))[0]);

/** The appointment of a link, and its customer as the one who acts. */
export async function managedBy(tx: TenantDb, secret: string, token: string): Promise<{ id: string; actor: Actor }> {
  const id = managedId(secret, tx.tenant, token);
  const row = found(
    await tx
      .selectFrom('appointments')
      .leftJoin('customers', 'customers.id', 'appointments.customer_id')
      .select(['appointments.customer_id', 'customers.name'])
      .where('appointments.id', '=', id)
      .executeTakeFirst(),
  );
  const { customer_id, name } = row;
  return {
    id,
    actor: {
      kind: 'customer',
      id: customer_id,
      name: name ?? 'Customer',
      role: 'CUSTOMER',
      resource_ids: [],
      customer_id,
    },
  };
}

interface OwnAppointments {
  customerId: string;
  when: 'upcoming' | 'past';
  now: Instant;
}

/** What is still ahead of a customer; or what is over or called off. */
export function ownAppointments({ customerId, when, now }: OwnAppointments, place: Place) {
  const ahead = sql<boolean>`(appointments.ends_at > ${at(now)} AND appointments.status = ANY(${[...liveStatuses]}))`;
  return place.of(
    withCustomer
      .where('appointments.customer_id', '=', customerId)
      .where(when === 'upcoming' ? ahead : sql<boolean>`NOT ${ahead}`),
  );
}

export const ownList = listing('own_appointments', {
  start: [byInstant('appointments.starts_at'), byId('appointments.id')],
});
