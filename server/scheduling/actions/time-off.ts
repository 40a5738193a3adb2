import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import * as events from '@smooth/contract/scheduling/events.ts';
import type { requestTimeOff as endpoint } from '@smooth/contract/scheduling/time-off.ts';
import { type Actor, signatureOf } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { fieldRefusal, found, Refused, unwrap } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import { demandNone } from '../../core/field-errors.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { timeOffPolicy } from '../policy/time-off.ts';
import { presentRequest } from '../present/time-off.ts';
import { lockBusy } from '../queries/claims.ts';
import { hasResource } from '../queries/resources.ts';
import { lockRequest, requestById, type TimeOffRow } from '../queries/time-off.ts';
import { instantIn } from '../../core/instants.ts';
import { wrongSpan } from '../rules/time-off.ts';
import { answered, becomes, type TimeOffVerb } from '../rules/time-off-request.ts';

/** Asks for time off; until it is approved the resource can be booked as before. */
export async function requestTimeOff(
  tx: TenantDb,
  { resource_id, start, end, reason = null }: BodyOf<typeof endpoint>,
  actor: Actor,
): Promise<TimeOffRow> {
  if (!(await hasResource(tx, resource_id)))
    throw fieldRefusal('/body/resource_id', 'There is no such resource', 'unknown');
  timeOffPolicy.demand(actor, 'time_off.request', { resource_id });
  const [from, until] = [instantIn(start, '/body/start'), instantIn(end, '/body/end')];
  demandNone(wrongSpan(from, until));
  const id = newId(tx.tenant.now);
  const at = new Date(tx.tenant.now);
  const about = { resource_id, user_id: actor.id!, user_name: signatureOf(actor), reason };
  const times = { starts_at: new Date(from), ends_at: new Date(until), created_at: at, updated_at: at };
  await tx
    .insertInto('time_off_requests')
    .values({ id, ...about, ...times })
    .execute();
  await record(tx, events.timeOffRequested, { subject_id: id, revision: 1, actor }, { id, resource_id });
  return readRequest(tx, id);
}

interface Answer {
  id: string;
  revision: number;
  reason?: string | null | undefined;
  actor: Actor;
}

/** Answers a request once; what is approved becomes time off in the same transaction. */
export async function answerRequest(tx: TenantDb, verb: TimeOffVerb, answer: Answer): Promise<TimeOffRow> {
  const { id, revision, reason = null, actor } = answer;
  found(await lockRequest(tx, id));
  const before = await readRequest(tx, id);
  if (!timeOffPolicy.may(actor, 'time_off.read', before)) throw new Refused('forbidden');
  timeOffPolicy.demand(actor, verb === 'withdraw' ? 'time_off.withdraw' : 'time_off.decide', before);
  demandRevision(before, revision, (row) => presentRequest(row, actor));
  unwrap(answered(before));
  const block_id = verb === 'approve' ? await giveTimeOff(tx, before) : null;
  await tx
    .updateTable('time_off_requests')
    .set({
      status: becomes[verb],
      revision: revision + 1,
      block_id,
      decided_by_name: signatureOf(actor),
      decision_reason: reason,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .execute();
  await record(
    tx,
    answers[verb],
    { subject_id: id, revision: revision + 1, actor },
    { id, resource_id: before.resource_id },
  );
  return readRequest(tx, id);
}

const answers = {
  approve: events.timeOffApproved,
  decline: events.timeOffDeclined,
  withdraw: events.timeOffWithdrawn,
};

/** Bookings under way are waited for, so that they are listed; those that come later find the time off. */
async function giveTimeOff(tx: TenantDb, { resource_id, starts_at, ends_at, reason }: TimeOffRow): Promise<string> {
  await send(tx, lockBusy([resource_id]));
  const id = newId(tx.tenant.now);
  const at = new Date(tx.tenant.now);
  const times = { starts_at: new Date(starts_at), ends_at: new Date(ends_at), recurring: null };
  await tx
    .insertInto('blocks')
    .values({ id, resource_id, reason, ...times, created_at: at, updated_at: at })
    .execute();
  return id;
}

async function readRequest(tx: TenantDb, id: string): Promise<TimeOffRow> {
  const [rows] = await send(tx, requestById(id));
  return found(rows[0]);
}
