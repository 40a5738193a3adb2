import { HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { visitor } from '../core/actor.ts';
import { Refused } from '../core/errors.ts';
import type { TenantDb } from '../core/tenant/tenant.ts';
import { book } from '../scheduling/actions/book.ts';
import type { Booking } from '../scheduling/rules/booking.ts';
import { changeStatus } from '../scheduling/actions/change-status.ts';
import type { StatusVerb } from '../scheduling/rules/status.ts';
import { answersTo } from './answers.ts';
import { classSteps } from './class-steps.ts';
import { deskOf } from './desk.ts';
import { type Drawn, drawDiary } from './diary.ts';
import type { Filling } from './filling.ts';
import { withRequests } from './requests.ts';
import type { Step } from './tell.ts';

/** All that happened in the weeks behind and was agreed for those ahead, as steps through the verbs everybody uses. */
export function diarySteps(filling: Filling): Step[] {
  const drawn = withRequests(filling, drawDiary(filling));
  const ahead = drawn.filter(({ start, by }) => start > filling.now && by === 'desk');
  const unassigned = new Set(ahead.slice(0, filling.world.diary.unassigned));
  return [...classSteps(filling), ...drawn.flatMap((one) => lifeOf(filling, one, unassigned.has(one)))];
}

/** From the booking to what became of it by now. */
function lifeOf(filling: Filling, one: Drawn, isUnassigned = false): Step[] {
  let id: string | null = null;
  const actor = deskOf(filling);
  const verb = (what: StatusVerb, at: Instant, reason?: string): Step[] =>
    at > filling.now
      ? []
      : [{ at, run: async (tx) => id && changeStatus(tx, what, { id, revision: null, actor, reason }) }];
  const booked: Step = {
    at: one.made_at,
    run: async (tx) => void (id = await bookDrawn(tx, filling, one, isUnassigned)),
  };
  const approved = one.service.needs_approval ? verb('approve', one.made_at + 3 * HOUR) : [];
  return [booked, ...approved, ...endOf(filling, one, verb)];
}

type Verb = (what: StatusVerb, at: Instant, reason?: string) => Step[];

function endOf({ now }: Filling, { is_cancelled, is_missed, made_at, start, end }: Drawn, verb: Verb): Step[] {
  // An appointment is called off some time after it was made and asked about; never after it began.
  if (is_cancelled)
    return verb('cancel', Math.max(made_at + 4 * HOUR, Math.min(start - 5 * HOUR, now - HOUR)), 'Cannot make it');
  if (is_missed && end <= now) return verb('mark_no_show', start + 15 * MINUTE);
  if (end <= now) return verb('complete', end);
  return verb('check_in', start - 4 * MINUTE);
}

async function bookDrawn(tx: TenantDb, filling: Filling, one: Drawn, isUnassigned: boolean): Promise<string> {
  const { ids, world } = filling;
  const customer_id = ids.customers[one.customer]!;
  const { name } = world.customers[one.customer]!;
  const staffId = ids.resources[one.staff.key]!;
  const booking = {
    service_id: ids.services[one.service.key]!,
    start: one.start,
    customer_id,
    party_size: 1,
    notes: one.notes,
    answers: answersTo(one),
  };
  const byDesk: Booking = {
    ...booking,
    resource_ids: isUnassigned ? [] : [staffId],
    source: 'staff',
    actor: deskOf(filling),
  };
  if (one.by === 'desk' || isUnassigned || !(one.service.online ?? true)) return (await book(tx, byDesk)).id;
  const chosen = one.service.requires.some(({ choosable }) => choosable) ? [staffId] : undefined;
  const byCustomer: Booking = {
    ...booking,
    resource_ids: chosen,
    source: 'public',
    actor: { ...visitor, name, customer_id },
  };
  try {
    return (await book(tx, byCustomer)).id;
  } catch (error) {
    // What the page does not offer, the customer asked for by phone.
    if (!(error instanceof Refused)) throw error;
    return (await book(tx, byDesk)).id;
  }
}
