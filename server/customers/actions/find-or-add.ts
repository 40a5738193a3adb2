import { customerEvents } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { record } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { type Guest, type KnownCustomer, knownOrAdded } from '../queries/customers.ts';

/**
 * The customer a booking is for. A known e-mail attaches to that customer's record and never overwrites it; otherwise
 * the customer is added. Two bookings of the same new guest at once find one record.
 */
export async function findOrAddCustomer(tx: TenantDb, guest: Guest, actor: Actor): Promise<KnownCustomer> {
  const id = newId(tx.tenant.now);
  const [rows] = await send(tx, knownOrAdded(id, guest, tx.tenant.now));
  const customer = rows[0]!;
  if (customer.id === id) {
    await record(tx, customerEvents.created, { subject_id: id, revision: customer.revision, actor }, { id });
  }
  return customer;
}
