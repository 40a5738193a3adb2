import { describe, expect, test } from 'vitest';
import { nearestStarts } from './alternatives.ts';
import { listStarts } from './availability.ts';
import { decideBooking } from './decide.ts';
import { explain } from './explain.ts';
import { at, clock, question } from './question.testing.ts';
import { busy, haircut, line, room, salon } from './salon.testing.ts';
import { compileSchedule } from './schedule.ts';
import { lastingFor, longestMinutes, termsWith } from './terms.ts';

const quickAna = { resource_id: 'ana', duration_minutes: 30, price_minor: 3800 };
const service = haircut({ resource_terms: [quickAna] });
const start = at('09:00', 0).start;

const ends = (resourceId?: string) =>
  listStarts(question({ service, resourceId: resourceId ?? null }))
    .filter((offer) => offer.start === start)
    .map(({ end, resource_ids }) => [clock('America/New_York', end), ...resource_ids]);

describe('a service that somebody does in another time', () => {
  test('offers one start with each end, in order of the end', () => {
    expect(ends()).toEqual([
      ['9:30', 'ana'],
      ['10:00', 'ben'],
    ]);
    expect(ends('ana')).toEqual([['9:30', 'ana']]);
    expect(ends('ben')).toEqual([['10:00', 'ben']]);
  });

  test('judges each person by the time that person takes', () => {
    const taken = [busy('ana', '2026-05-04T09:30:00-04:00', 30), busy('ben', '2026-05-04T09:30:00-04:00', 30)];
    const decision = decideBooking({ ...question({ service, busy: taken }), start });
    expect(decision).toMatchObject({
      ok: true,
      value: { end: at('09:30', 0).start, claims: [{ resource_id: 'ana' }] },
    });
    const other = decideBooking({ ...question({ service, busy: taken, resourceId: 'ben' }), start });
    expect(other).toMatchObject({ ok: false, code: 'slot_unavailable', facts: { reason: 'busy' } });
  });

  test('gives it to whoever has least that week, and says why', () => {
    const of = (bookedMinutes: Record<string, number>) =>
      decideBooking({ ...question({ service }), start, bookedMinutes });
    expect(of({ ana: 60, ben: 0 })).toMatchObject({
      value: { end: at('10:00', 0).start, claims: [{ resource_id: 'ben', reason: 'least_booked' }] },
    });
    expect(of({ ana: 0, ben: 60 })).toMatchObject({
      value: { end: at('09:30', 0).start, claims: [{ resource_id: 'ana', reason: 'least_booked' }] },
    });
    expect(of({})).toMatchObject({ value: { claims: [{ resource_id: 'ben', reason: 'stable_order' }] } });
  });

  test('explains each person once, and a room with either time', () => {
    const both = haircut({ requires: [line('person'), line('room')], resource_terms: [quickAna] });
    const rules = salon();
    const { checks, bookable } = explain({ ...question({ rules, service: both }), start });
    const busyOf = (id: string) => checks.filter(({ rule, resource_id }) => rule === 'busy' && resource_id === id);
    expect(bookable).toBe(true);
    expect([busyOf('ana').length, busyOf('ben').length, busyOf('room 1').length]).toEqual([1, 1, 2]);
  });

  test('names a start once among the nearest', () => {
    const offers = listStarts(question({ service }));
    expect(nearestStarts(offers, start).map((offer) => clock('America/New_York', offer.start))).toEqual([
      '9:00',
      '10:00',
      '11:00',
    ]);
  });
});

test('who fills the deciding line says duration and price, wherever else somebody with terms takes part', () => {
  const rules = compileSchedule(salon());
  const priced = { ...service, price_minor: 4500 };
  expect(termsWith(rules, priced, ['ana'])).toEqual({ duration_minutes: 30, price_minor: 3800 });
  expect(termsWith(rules, priced, ['ben'])).toEqual({ duration_minutes: 60, price_minor: 4500 });
  expect(termsWith(rules, priced, [])).toEqual({ duration_minutes: 60, price_minor: 4500 });
  const requires = [line('room'), line('person', { id: 'first' }), line('person', { id: 'second' })];
  const team = { ...priced, requires };
  expect(termsWith(rules, team, ['room 1', 'ana', 'ben'])).toMatchObject({ duration_minutes: 30 });
  expect(termsWith(rules, team, ['room 1', 'ben', 'ana'])).toMatchObject({ duration_minutes: 60 });
});

test('terms of somebody who cannot do it any more change nothing', () => {
  const rules = compileSchedule(salon([room('ana')]));
  expect(termsWith(rules, { ...service, price_minor: 4500 }, ['ana'])).toEqual({
    duration_minutes: 60,
    price_minor: 4500,
  });
});

test('a length given to one appointment holds for everybody, and leaves the prices', () => {
  const long = lastingFor({ ...service, price_minor: 4500 }, 90);
  expect(longestMinutes(long)).toBe(90);
  expect(termsWith(salon(), long, ['ana'])).toEqual({ duration_minutes: 90, price_minor: 3800 });
  expect(longestMinutes(haircut({ resource_terms: [{ ...quickAna, duration_minutes: 75 }] }))).toBe(75);
});
