import { appointmentStatuses } from '@smooth/contract/scheduling/appointments.ts';
import { DAY, HOUR, MINUTE } from '@smooth/engine/instant.ts';
import { expect, test } from 'vitest';
import { edges, isEnded, mayStep, type StatusVerb, step } from './status.ts';

/** Every verb in every status: where it leads, or why it does not. Statuses in the order of the contract. */
const table: Record<StatusVerb, readonly string[]> = {
  //            pending_payment  pending_approval confirmed        checked_in      completed        expired          declined         cancelled        no_show
  cancel: [
    'cancelled',
    'cancelled',
    'cancelled',
    'wrong_status',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
  ],
  approve: [
    'wrong_status',
    'confirmed',
    'wrong_status',
    'wrong_status',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
  ],
  decline: [
    'wrong_status',
    'declined',
    'wrong_status',
    'wrong_status',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
  ],
  expire: [
    'expired',
    'expired',
    'wrong_status',
    'wrong_status',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
  ],
  check_in: [
    'wrong_status',
    'wrong_status',
    'checked_in',
    'wrong_status',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
  ],
  complete: [
    'wrong_status',
    'wrong_status',
    'completed',
    'completed',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
  ],
  mark_no_show: [
    'wrong_status',
    'wrong_status',
    'no_show',
    'wrong_status',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
  ],
  undo_no_show: [
    'wrong_status',
    'wrong_status',
    'wrong_status',
    'wrong_status',
    'already_ended',
    'already_ended',
    'already_ended',
    'already_ended',
    'confirmed',
  ],
};

const starts_at = Date.parse('2026-07-14T08:00:00Z');
const at = (verb: StatusVerb, status: (typeof appointmentStatuses)[number], now: number) => {
  const decision = step(verb, { status, starts_at }, now);
  expect(mayStep(verb, { status, starts_at }, now)).toBe(decision.ok);
  return decision.ok ? decision.value.to : decision.code;
};

test.for(Object.keys(edges) as StatusVerb[])('%s leads where it should, from every status', (verb) => {
  expect(appointmentStatuses.map((status) => at(verb, status, starts_at + HOUR))).toEqual(table[verb]);
});

test.for([
  ['check_in', 'confirmed', starts_at - 12 * HOUR],
  ['complete', 'confirmed', starts_at],
  ['mark_no_show', 'confirmed', starts_at + 10 * MINUTE],
] as const)('%s is too early until its moment', ([verb, status, moment]) => {
  expect(at(verb, status, moment - 1)).toBe('too_early');
  expect(at(verb, status, moment)).toBe(edges[verb].to);
});

test('that somebody did not come can be taken back for seven days', () => {
  expect(at('undo_no_show', 'no_show', starts_at + 7 * DAY)).toBe('confirmed');
  expect(at('undo_no_show', 'no_show', starts_at + 7 * DAY + 1)).toBe('limit_reached');
});

test('what has ended is not left again, but for a no-show', () => {
  for (const status of appointmentStatuses.filter(isEnded)) {
    const ways = (Object.keys(edges) as StatusVerb[]).filter((verb) => edges[verb].from.includes(status));
    expect(ways).toEqual(status === 'no_show' ? ['undo_no_show'] : []);
  }
});
