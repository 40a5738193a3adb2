import type { Appointment, AppointmentChange } from '@smooth/contract/scheduling/appointments.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import { type Actor, isBusiness } from '../../core/actor.ts';
import { ask, type Tenant, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import { appointmentPolicy } from '../policy/appointments.ts';
import type { AppointmentRow } from '../queries/appointments.ts';
import { anyRules, type BusinessRules, rulesIn } from '../queries/rules.ts';
import { cancellation, moving } from '../rules/notice.ts';
import { mayStep, movable, type StatusVerb } from '../rules/status.ts';

interface Seen {
  rules: BusinessRules;
  actor: Actor;
  now: Instant;
}

/** Rows as the API shows them to one person, each with what they may do with it. */
export async function presentAppointments(
  where: Tenant | TenantDb,
  rows: readonly AppointmentRow[],
  actor: Actor,
): Promise<Appointment[]> {
  const inside = 'client' in where;
  const rules = await (inside ? rulesIn(where) : anyRules(where));
  const { now } = inside ? where.tenant : where;
  return rows.map((row) => presentAppointment(row, { rules, actor, now }));
}

export function presentAppointment(row: AppointmentRow, { rules, actor, now }: Seen): Appointment {
  const service = rules.services.get(row.service_id);
  const at = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));
  const money = { amount_minor: row.price_minor, currency: row.currency };
  const { customer_name: name, customer_email: email, customer_phone: phone } = row;
  return {
    ...row,
    service: { id: row.service_id, name: service?.name ?? '', color: service?.color ?? '#6366f1' },
    customer: row.customer_id === null ? null : { id: row.customer_id, name: name ?? '', email, phone },
    start: formatInstant(row.starts_at),
    end: formatInstant(row.ends_at),
    resources: presentResources(rules, row.resource_ids),
    is_overlapping: row.overlap_reason !== null,
    price: money,
    policy: {
      cancel_notice_minutes: row.cancel_notice_minutes,
      reschedule_notice_minutes: row.reschedule_notice_minutes,
    },
    ...(isBusiness(actor) || actor.kind === 'system' ? {} : withoutRemarks),
    expires_at: at(row.expires_at),
    created_at: formatInstant(row.created_at),
    updated_at: formatInstant(row.updated_at),
    can: canDo(row, actor, now),
  };
}

/** What the team writes for itself is not shown to customers. */
const withoutRemarks = { notes: '', assignment_reason: null, overlap_reason: null, is_overlapping: false };

export const presentResources = (rules: BusinessRules, ids: readonly string[]) =>
  ids.map((id) => ({ id, name: rules.resources.get(id)?.name ?? '', type: rules.resources.get(id)?.type ?? '' }));

/** What the rights are judged by. */
type Judged = Pick<
  AppointmentRow,
  | 'status'
  | 'starts_at'
  | 'class_id'
  | 'customer_id'
  | 'resource_ids'
  | 'cancel_notice_minutes'
  | 'reschedule_notice_minutes'
>;

/** The rights of the person and the state of the appointment together: exactly the buttons that would work now. */
export function canDo(row: Judged, actor: Actor, now: Instant): Appointment['can'] {
  const may = (verb: StatusVerb | 'edit' | 'reschedule') =>
    verb !== 'expire' && appointmentPolicy.may(actor, `appointment.${verb}`, row);
  const works = (verb: StatusVerb) => mayStep(verb, row, now) && may(verb);
  return {
    edit: may('edit'),
    cancel: works('cancel') && cancellation(row, actor, now).ok,
    reschedule:
      may('reschedule') && row.class_id === null && movable.includes(row.status) && moving(row, actor, now).ok,
    approve: works('approve'),
    decline: works('decline'),
    check_in: works('check_in'),
    complete: works('complete'),
    mark_no_show: works('mark_no_show'),
    undo_no_show: works('undo_no_show'),
  };
}

export const presentChange = (row: Selectable<TenantTables['appointment_changes']>): AppointmentChange => ({
  id: row.id,
  revision: row.revision,
  kind: row.kind,
  occurred_at: formatInstant(row.at),
  by: { kind: row.by_kind, id: row.by_id, name: row.by_name },
  reason: row.reason,
  from: row.from,
  to: row.to,
});

export const readAndPresent = async (tenant: Tenant, query: Parameters<typeof ask<AppointmentRow>>[1], actor: Actor) =>
  presentAppointments(tenant, await ask(tenant, query), actor);
