import { describe, expect, test } from 'vitest';
import { type DecideInput, decideBooking } from './decide.ts';
import { explain } from './explain.ts';
import { busy, everyDay, haircut, instant, line, person, salon } from './salon.testing.ts';
import { busyTimeline } from './busy.ts';

const NINE = instant('2026-05-04T09:00:00-04:00');
const HOUR = 3_600_000;

function request(change: Partial<DecideInput> = {}): DecideInput {
  const base = { rules: salon(), service: haircut(), busy: [], start: NINE, now: NINE - 24 * HOUR };
  return { ...base, audience: 'customer', ...change };
}

/** Who was chosen and why, or the refusal. */
function outcome(change: Partial<DecideInput> = {}): string {
  const decision = decideBooking(request(change));
  if (!decision.ok)
    return [decision.code, ...Object.values(decision.facts).filter((fact) => typeof fact === 'string')].join(' ');
  return decision.value.claims.map(({ resource_id, reason }) => `${resource_id}: ${reason}`).join(', ');
}

describe('a refusal says what stands in the way', () => {
  const { service } = request();

  test('notice before everything else', () => {
    expect(outcome({ start: NINE - 25 * HOUR })).toBe('policy_notice');
    expect(outcome({ service: { ...service, min_notice_minutes: 24 * 60 + 1, window_until_on: '2026-05-01' } })).toBe(
      'policy_notice',
    );
    expect(outcome({ service: { ...service, min_notice_minutes: 24 * 60 } })).toMatch(/^ana/);
  });

  test('the window', () => {
    expect(outcome({ service: { ...service, window_until_on: '2026-05-03' } })).toBe('policy_window');
    expect(outcome({ service: { ...service, window_until_on: '2026-05-04' } })).toMatch(/^ana/);
  });

  test('closed where nothing is open', () => {
    expect(outcome({ start: NINE - HOUR })).toBe('closed');
    expect(outcome({ start: NINE + 7.5 * HOUR })).toBe('closed');
  });

  test('a start beside the grid, for customers only', () => {
    expect(outcome({ start: NINE + HOUR / 2 })).toBe('slot_unavailable off_grid');
    expect(outcome({ start: NINE + HOUR / 2, audience: 'business' })).toMatch(/^ana/);
  });

  test('busy, or nobody who could', () => {
    const both = ['ana', 'ben'].map((id) => busy(id, '2026-05-04T13:30:00Z', 10));
    expect(outcome({ busy: both })).toBe('slot_unavailable busy');
    expect(outcome({ resourceId: 'zoe' })).toBe('slot_unavailable no_resource');
    expect(outcome({ service: haircut({ requires: [line('horse')] }) })).toBe('slot_unavailable no_resource');
  });

  test('capacity where there is time, but not for that many', () => {
    const rules = salon([person('ana', { capacity: 5 })]);
    const three = haircut({ requires: [line('person', { units: 3 })] });
    expect(outcome({ rules, service: three, busy: [busy('ana', '2026-05-04T13:00:00Z', 60, 3)] })).toBe('capacity');
    expect(outcome({ rules, service: three, busy: [busy('ana', '2026-05-04T13:00:00Z', 60, 2)] })).toMatch(/^ana/);
    expect(outcome({ rules, service: haircut({ requires: [line('person', { units: 6 })] }) })).toBe('capacity');
  });
});

describe('a claim', () => {
  test('begins the padding before and ends the padding after', () => {
    const requires = [line('person'), line('room', { padding_before_minutes: 0, padding_after_minutes: 20 })];
    const decision = decideBooking(
      request({ service: haircut({ requires, padding_before_minutes: 5, padding_after_minutes: 10 }) }),
    );
    expect(decision.ok && decision.value.claims.map(({ start, end }) => [start - NINE, end - NINE])).toEqual([
      [-5 * 60_000, 70 * 60_000],
      [0, 80 * 60_000],
    ]);
  });

  test('of one appointment leaves a neighbour the sum of both paddings', () => {
    const service = haircut({
      duration_minutes: 30,
      slot_step_minutes: 5,
      padding_before_minutes: 5,
      padding_after_minutes: 10,
    });
    const rules = salon([person('ana')]);
    const first = decideBooking(request({ rules, service }));
    const taken = first.ok ? first.value.claims : [];
    const next = (minutes: number) => outcome({ rules, service, busy: taken, start: NINE + minutes * 60_000 });
    expect([next(40), next(45)]).toEqual(['slot_unavailable busy', 'ana: only_candidate']);
  });

  test('is not made where a service needs no resource', () => {
    const decision = decideBooking(request({ service: haircut({ requires: [] }) }));
    expect(decision.ok && decision.value.claims).toEqual([]);
    expect(outcome({ service: haircut({ requires: [] }), start: NINE - HOUR })).toBe('closed');
  });
});

describe('the choice', () => {
  test('is the customer’s first', () => {
    expect(outcome({ resourceId: 'ben', bookedMinutes: { ben: 600 } })).toBe('ben: chosen');
  });

  test('keeps who was there, when free', () => {
    expect(outcome({ keep: ['ben'], bookedMinutes: { ben: 600 } })).toBe('ben: kept');
    expect(outcome({ keep: ['ben'], busy: [busy('ben', '2026-05-04T13:00:00Z', 60)] })).toBe('ana: only_candidate');
  });

  test('is fair, then stable', () => {
    expect(outcome({ bookedMinutes: { ana: 61, ben: 60 } })).toBe('ben: least_booked');
    expect(outcome({ bookedMinutes: { ana: 60, ben: 60 } })).toBe('ana: stable_order');
    expect(outcome()).toBe('ana: stable_order');
  });

  test('never takes for one line whom only another line can use', () => {
    const requires = [line('person', { id: 'first' }), line('person', { id: 'senior', resource_ids: ['ana'] })];
    expect(outcome({ service: haircut({ requires }) })).toBe('ben: only_candidate, ana: only_candidate');
  });

  test('keeps both people of a pair, whichever line they were in', () => {
    const rules = salon(['ana', 'ben', 'cleo'].map((id) => person(id)));
    const requires = [line('person', { id: 'any' }), line('person', { id: 'pro', resource_ids: ['ana', 'ben'] })];
    expect(outcome({ rules, service: haircut({ requires }), keep: ['ana', 'cleo'] })).toBe('cleo: kept, ana: kept');
    expect(outcome({ rules, service: haircut({ requires }), keep: ['ana', 'ben'] })).toBe('ana: kept, ben: kept');
  });

  test('takes several wishes of the business, and refuses those that cannot all be granted', () => {
    const requires = [line('person'), line('room')];
    const wish = { service: haircut({ requires }), audience: 'business' as const };
    expect(outcome({ ...wish, resourceIds: ['room 2', 'ben'] })).toBe('ben: chosen, room 2: chosen');
    expect(outcome({ ...wish, resourceIds: ['ana', 'ben'] })).toBe('slot_unavailable no_resource');
  });
});

describe('the business', () => {
  const business = { audience: 'business' as const };

  test('goes past notice and window with a warning', () => {
    const service = haircut({ min_notice_minutes: 48 * 60, window_until_on: '2026-05-03' });
    const decision = decideBooking(request({ ...business, service }));
    expect(decision.ok && decision.value.warnings).toEqual(['notice', 'window']);
  });

  test('goes outside hours only when it says so', () => {
    expect(outcome({ ...business, start: NINE - HOUR })).toBe('closed');
    const decision = decideBooking(request({ ...business, start: NINE - HOUR, ignoreHours: true }));
    expect(decision.ok && decision.value.warnings).toEqual(['outside_hours']);
    expect(outcome({ start: NINE - HOUR, ignoreHours: true })).toBe('closed');
  });

  test('is told of a closure', () => {
    const closures = [{ id: 'fair', start: NINE, end: NINE + HOUR, location_id: null }];
    const decision = decideBooking(request({ ...business, rules: { ...salon(), closures }, ignoreHours: true }));
    expect(decision.ok && decision.value.warnings).toEqual(['closed']);
  });

  test('prefers who is open and free, even when it would go past both', () => {
    const rules = salon([person('ana', { weekly_hours: everyDay('12:00', '13:00') }), person('ben')]);
    expect(outcome({ ...business, rules, ignoreHours: true, allowOverlap: true })).toMatch(/^ben/);
  });

  test('lays appointments over others only when it says so, and hears which', () => {
    const taken = ['ana', 'ben'].map((id) => busy(id, '2026-05-04T13:00:00Z', 60));
    expect(outcome({ ...business, busy: taken })).toBe('slot_unavailable busy');
    expect(outcome({ busy: taken, allowOverlap: true })).toBe('slot_unavailable busy');
    const decision = decideBooking(request({ ...business, busy: taken, allowOverlap: true, resourceId: 'ben' }));
    expect(decision.ok && decision.value.overlaps).toMatchObject([{ claim: { resource_id: 'ben' }, with: [taken[1]] }]);
    const timelines = new Map(['ana', 'ben'].map((id, index) => [id, busyTimeline([taken[index]!])]));
    const again = decideBooking(request({ ...business, busy: timelines, allowOverlap: true, resourceId: 'ben' }));
    expect(again.ok && again.value.overlaps).toMatchObject([{ claim: { resource_id: 'ben' }, with: [] }]);
  });
});

describe('an explanation', () => {
  const failed = (change: Partial<DecideInput>) =>
    explain(request(change)).checks.filter(({ ok, resource_id }) => !ok && resource_id === 'ana');

  test('names what blocks each resource', () => {
    const taken = busy('ana', '2026-05-04T13:30:00Z', 10);
    expect(failed({ busy: [taken] })).toMatchObject([
      { rule: 'busy', line_id: 'person', blocker: { kind: 'appointment', id: taken.ref!.id, start: taken.start } },
    ]);
    const closures = [{ id: 'fair', start: NINE, end: NINE + HOUR, location_id: null }];
    expect(failed({ rules: { ...salon(), closures } })).toMatchObject([
      { rule: 'closure', blocker: { kind: 'closure', id: 'fair' } },
    ]);
    const time_off = [{ id: 'dentist', start: NINE, end: NINE + HOUR }];
    expect(failed({ rules: salon([person('ana', { time_off })]) })).toMatchObject([
      { rule: 'time_off', blocker: { id: 'dentist' } },
    ]);
    const school = { id: 'school', weekday: 1 as const, start: '09:30', end: '10:00', from_on: null, until_on: null };
    expect(failed({ rules: salon([person('ana', { recurring_time_off: [school] })]) })).toMatchObject([
      { rule: 'time_off', blocker: { id: 'school', start: NINE + HOUR / 2, end: NINE + HOUR } },
    ]);
  });

  test('tells hours, grid and inactivity apart', () => {
    expect(failed({ start: NINE - HOUR }).map(({ rule }) => rule)).toEqual(['hours']);
    expect(failed({ start: NINE + HOUR / 2 }).map(({ rule }) => rule)).toEqual(['grid']);
    expect(failed({ rules: salon([person('ana', { is_active: false })]) }).map(({ rule }) => rule)).toEqual([
      'inactive',
    ]);
  });

  test('marks what does not bind the business', () => {
    const service = haircut({ min_notice_minutes: 48 * 60 });
    const { bookable, checks } = explain(request({ service, audience: 'business' }));
    expect(bookable).toBe(true);
    expect(checks.find(({ rule }) => rule === 'notice')).toMatchObject({ ok: false, binds: false });
  });
});
