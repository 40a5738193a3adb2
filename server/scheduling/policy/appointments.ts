import type { Actor } from '../../core/actor.ts';
import { always, policy, when } from '../../core/policy.ts';

/** What the policy of an appointment looks at. */
export interface Owned {
  resource_ids: readonly string[];
  customer_id: string | null;
}

const ownChair = when((actor: Actor, { resource_ids }: Owned) =>
  resource_ids.some((id) => actor.resource_ids.includes(id)),
);
const ownBooking = when(
  (actor: Actor, { customer_id }: Owned) => customer_id !== null && customer_id === actor.customer_id,
);

const managers = { TENANT_OWNER: always, TENANT_MANAGER: always };
const people = { ...managers, TENANT_STAFF: always };
const peopleAtTheirChair = { ...managers, TENANT_STAFF: ownChair };

export const appointmentPolicy = policy<Owned>({
  'appointment.read': { ...people, CUSTOMER: ownBooking },
  // What the team wrote down along the way is the team's.
  'appointment.read_history': people,
  'appointment.create': people,
  'appointment.overlap': peopleAtTheirChair,
  'appointment.edit': peopleAtTheirChair,
  'appointment.cancel': { ...peopleAtTheirChair, CUSTOMER: ownBooking },
  'appointment.reschedule': { ...peopleAtTheirChair, CUSTOMER: ownBooking },
  'appointment.approve': peopleAtTheirChair,
  'appointment.decline': peopleAtTheirChair,
  'appointment.check_in': peopleAtTheirChair,
  'appointment.complete': peopleAtTheirChair,
  'appointment.mark_no_show': peopleAtTheirChair,
  'appointment.undo_no_show': peopleAtTheirChair,
});

export const classPolicy = policy<Owned>({
  'class.read': people,
  'class.create': managers,
  'class.edit': managers,
  'class.reschedule': managers,
  'class.cancel': managers,
});

export const availabilityPolicy = policy<unknown>({
  'availability.read': people,
  'timeline.read': people,
  'hold.read': people,
  'hold.create': people,
  'hold.release': people,
});
