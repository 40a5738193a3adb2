import { appointmentChanged } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { recording } from '../../core/events/record.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import { appointmentPolicy } from '../policy/appointments.ts';
import { type AppointmentRow, lockAppointment, readAppointment } from '../queries/appointments.ts';
import { addChange } from '../queries/changes.ts';
import { refuseStale } from './revision.ts';

/** Changes what the business has written about an appointment. */
export async function changeNotes(
  tx: TenantDb,
  { id, revision, notes, actor }: { id: string; revision: number; notes: string; actor: Actor },
): Promise<AppointmentRow> {
  const before = await lockAppointment(tx, id);
  await refuseStale(tx, before, revision, actor);
  appointmentPolicy.demand(actor, 'appointment.edit', before);
  const next = before.revision + 1;
  await send(
    tx,
    tenantQuery
      .updateTable('appointments')
      .set({ notes, revision: next, updated_at: new Date(tx.tenant.now) })
      .where('id', '=', id),
    addChange(tx, {
      appointment_id: id,
      revision: next,
      kind: 'changed',
      actor,
      from: { notes: before.notes },
      to: { notes },
    }),
    recording(
      tx,
      appointmentChanged,
      { subject_id: id, revision: next, actor },
      { appointment_id: id, status: before.status },
    ),
  );
  return readAppointment(tx, id);
}
