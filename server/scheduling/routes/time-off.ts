import * as contract from '@smooth/contract/scheduling/time-off.ts';
import type { Actor } from '../../core/actor.ts';
import { found, Refused } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask, readTenant, send, type TenantDb } from '../../core/tenant/tenant.ts';
import { answerRequest, requestTimeOff } from '../actions/time-off.ts';
import { timeOffPolicy } from '../policy/time-off.ts';
import { presentAppointments } from '../present/appointments.ts';
import { presentRequest } from '../present/time-off.ts';
import { appointmentsBetween } from '../queries/appointments.ts';
import { requestById, requestList, requestsFound, type TimeOffRow } from '../queries/time-off.ts';
import { instantOrNone } from '../../core/instants.ts';
import type { TimeOffVerb } from '../rules/time-off-request.ts';

export function timeOffRoutes({ read, write }: Routes): void {
  read(contract.listTimeOffRequests, { may: 'time_off.list' }, async ({ tenant, query, actor }) => {
    const place = requestList.at({ ...query, order: 'start' });
    const from = instantOrNone(query.from, '/query/from');
    const seesAll = timeOffPolicy.may(actor, 'time_off.decide', { resource_id: '' });
    const resourceIds = seesAll ? null : actor.resource_ids;
    const rows = await ask(tenant, requestsFound({ status: query.status, from, resourceIds }, place));
    return place.page(rows, (row: TimeOffRow) => presentRequest(row, actor));
  });
  read(contract.getTimeOffRequest, { may: 'time_off.read' }, ({ tenant, params, actor }) =>
    readTenant(tenant, async (tx) => {
      const [rows] = await send(tx, requestById(params.id));
      const row = found(rows[0]);
      if (!timeOffPolicy.may(actor, 'time_off.read', row)) throw new Refused('forbidden');
      return withAffected(tx, row, actor);
    }),
  );
  write(contract.requestTimeOff, { may: 'time_off.request' }, async ({ tx, body, actor }) =>
    withAffected(tx, await requestTimeOff(tx, body, actor), actor),
  );
  const answer = (endpoint: typeof contract.approveTimeOff, verb: TimeOffVerb, may: string) =>
    write(endpoint, { may }, async ({ tx, params, body, actor }) =>
      withAffected(tx, await answerRequest(tx, verb, { ...params, ...body, actor }), actor),
    );
  answer(contract.approveTimeOff, 'approve', 'time_off.decide');
  answer(contract.declineTimeOff, 'decline', 'time_off.decide');
  answer(contract.withdrawTimeOff, 'withdraw', 'time_off.withdraw');
}

async function withAffected(tx: TenantDb, row: TimeOffRow, actor: Actor) {
  const { starts_at: from, ends_at: until, resource_id } = row;
  const [rows] = await send(tx, appointmentsBetween({ from, until, resource_id }));
  return { request: presentRequest(row, actor), affected: await presentAppointments(tx, rows, actor) };
}
