import * as contract from '@smooth/contract/scheduling/appointments.ts';
import { appointmentStatuses } from '@smooth/contract/scheduling/appointments.ts';
import { fieldRefusal, found, Refused } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { book } from '../actions/book.ts';
import { changeNotes } from '../actions/change-notes.ts';
import { changeStatus } from '../actions/change-status.ts';
import { reschedule } from '../actions/reschedule.ts';
import { appointmentPolicy } from '../policy/appointments.ts';
import { presentAppointment, presentAppointments, presentChange } from '../present/appointments.ts';
import {
  appointmentById,
  appointmentList,
  type AppointmentRow,
  changeList,
  changesOf,
  listOf,
} from '../queries/appointments.ts';
import { rulesAt } from '../queries/rules.ts';
import { instantIn, instantOrNone } from '../../core/instants.ts';
import type { StatusVerb } from '../rules/status.ts';
import type { Actor } from '../../core/actor.ts';
import type { Tenant } from '../../core/tenant/tenant.ts';

export function appointmentRoutes(routes: Routes): void {
  readingRoutes(routes);
  const { write } = routes;
  write(contract.createAppointment, { may: 'appointment.create' }, async ({ tx, body, actor }) => {
    if (!body.customer_id && !body.customer)
      throw fieldRefusal('/body/customer', 'Name the customer, or choose one', 'required');
    const source = actor.token ? 'api' : 'staff';
    const row = await book(tx, { ...body, start: instantIn(body.start), source, actor });
    return (await presentAppointments(tx, [row], actor))[0]!;
  });
  write(
    contract.changeAppointment,
    { may: 'appointment.edit' },
    async ({ tx, params, body, actor }) =>
      (await presentAppointments(tx, [await changeNotes(tx, { id: params.id, ...body, actor })], actor))[0]!,
  );
  write(contract.rescheduleAppointment, { may: 'appointment.reschedule' }, async ({ tx, params, body, actor }) => {
    const row = await reschedule(tx, { id: params.id, ...body, start: instantIn(body.start), actor });
    return (await presentAppointments(tx, [row], actor))[0]!;
  });
  const status = (endpoint: typeof contract.cancelAppointment, verb: Exclude<StatusVerb, 'expire'>) =>
    write(endpoint, { may: `appointment.${verb}` }, async ({ tx, params, body, actor }) => {
      const row = await changeStatus(tx, verb, { id: params.id, ...body, actor });
      return (await presentAppointments(tx, [row], actor))[0]!;
    });
  status(contract.cancelAppointment, 'cancel');
  status(contract.approveAppointment, 'approve');
  status(contract.declineAppointment, 'decline');
  status(contract.checkInAppointment, 'check_in');
  status(contract.completeAppointment, 'complete');
  status(contract.markNoShow, 'mark_no_show');
  status(contract.undoNoShow, 'undo_no_show');
}

function readingRoutes({ read }: Routes): void {
  read(contract.listAppointments, { may: 'appointment.read' }, async ({ tenant, query, actor }) => {
    const place = appointmentList.at(query);
    const filter = {
      ...query,
      from: instantOrNone(query.from, '/query/from'),
      to: instantOrNone(query.to, '/query/to'),
      updated_since: instantOrNone(query.updated_since, '/query/updated_since'),
      statuses: statusesIn(query.status),
      // A customer's list is their own, whatever was asked for.
      customer_id: actor.role === 'CUSTOMER' ? actor.customer_id : query.customer_id,
    };
    const rows = await ask(tenant, listOf(filter, place));
    const rules = await rulesAt(tenant, rows[0]?.rules_version);
    return place.page(rows, (row: AppointmentRow) => presentAppointment(row, { rules, actor, now: tenant.now }));
  });
  read(contract.getAppointment, { may: 'appointment.read' }, async ({ tenant, params, actor }) => {
    const row = await readVisible(tenant, params.id, actor);
    return (await presentAppointments(tenant, [row], actor))[0]!;
  });
  read(
    contract.getAppointmentHistory,
    { may: 'appointment.read_history' },
    async ({ tenant, params, query, actor }) => {
      const place = changeList.at({ ...query, ...params, order: 'revision' });
      await readVisible(tenant, params.id, actor);
      return place.page(await ask(tenant, changesOf(params.id, place)), presentChange);
    },
  );
}

/** A miss and a stranger's appointment are the same: 404. */
async function readVisible(tenant: Tenant, id: string, actor: Actor) {
  const row = found((await ask(tenant, appointmentById(id)))[0]);
  if (!appointmentPolicy.may(actor, 'appointment.read', row)) throw new Refused('not_found');
  return row;
}

function statusesIn(text: string | undefined) {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(appointmentStatuses as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw fieldRefusal('/query/status', `Use some of ${appointmentStatuses.join(', ')}`, 'invalid_value');
  return names as contract.AppointmentStatus[];
}
