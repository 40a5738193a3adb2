import type { Actor } from '../../core/actor.ts';
import { Refused } from '../../core/errors.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { presentAppointments } from '../present/appointments.ts';
import type { AppointmentRow } from '../queries/appointments.ts';
import { appointmentPolicy } from '../policy/appointments.ts';

/** Who may not see it finds nothing; who saw an older state gets the one of now. */
export async function refuseStale(
  tx: TenantDb,
  row: AppointmentRow,
  revision: number | null,
  actor: Actor,
): Promise<void> {
  if (actor.kind !== 'system' && !appointmentPolicy.may(actor, 'appointment.read', row)) throw new Refused('not_found');
  if (revision === null || revision === row.revision) return;
  const [current] = await presentAppointments(tx, [row], actor);
  throw new Refused('stale_revision', {
    detail: 'Somebody changed this appointment in the meantime. Look at it and try again.',
    current,
  });
}
