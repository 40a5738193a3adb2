import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, listing, type Place } from '../../core/db/listing.ts';
import { at } from '../../core/db/raw.ts';
import { found } from '../../core/errors.ts';
import { type PublicDb, publicQuery } from '../../core/tenant/gate.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';
import type { PublicTables } from '../../schema/public-tables.ts';

export type InvitationRow = Selectable<PublicTables['public.staff_invitations']>;

/** Of the business and mode, or of the platform, by the policies of the rows. */
const invitations = publicQuery.selectFrom('public.staff_invitations').selectAll();

/** Ids are in the order of their instants. */
export const invitationList = listing('staff_invitations', { id: [byId('id')] });
export const invitationsFound = (place: Place) => place.of(invitations);

const MOST_SHOWN = 200;
export const newestInvitations = invitations.orderBy('id', 'desc').limit(MOST_SHOWN);

/** The same at the gate, for whoever comes by the link of the mail. */
export const invitationAtGate = (id: string) =>
  publicQuery.selectFrom('public.staff_invitations').selectAll().where('id', '=', id);

export const invitationById = async (tx: PublicDb, id: string): Promise<InvitationRow> =>
  found(await tx.selectFrom('public.staff_invitations').selectAll().where('id', '=', id).executeTakeFirst());

/** Whether an account stands in the way of a new one with this address, as far as this place and mode see it. */
export const isAccount = async (tx: PublicDb, tenantId: string | null, email: string): Promise<boolean> => {
  const accounts = tx
    .selectFrom('public.users')
    .select('id')
    .where('email', '=', email)
    .where('tenant_id', 'is not distinct from', tenantId);
  return (await accounts.executeTakeFirst()) !== undefined;
};

export const MOST_AFFECTED = 100;

/** What lies ahead at the chair of somebody, the soonest first. */
export const appointmentsAhead = (userId: string, now: Instant) =>
  tenantQuery
    .selectFrom('appointments')
    .innerJoin('services', 'services.id', 'appointments.service_id')
    .leftJoin('customers', 'customers.id', 'appointments.customer_id')
    .select([
      'appointments.id',
      'appointments.starts_at',
      'services.name as service_name',
      'customers.name as customer_name',
    ])
    .where('appointments.starts_at', '>', at(now))
    .where('appointments.status', 'in', ['pending_payment', 'pending_approval', 'confirmed'])
    .where(
      sql<boolean>`resource_ids && (SELECT coalesce(array_agg(id), '{}') FROM resources WHERE user_id = ${userId})`,
    )
    .orderBy('appointments.starts_at')
    .limit(MOST_AFFECTED + 1);
