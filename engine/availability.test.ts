import { describe, expect, test } from 'vitest';
import { listStarts, type ListInput } from './availability.ts';
import { at, clock, MONDAY, question, times } from './question.testing.ts';
import { busy, everyDay, haircut, instant, line, person, place, salon } from './salon.testing.ts';
import { offsetLabel, wallOf } from './zone.ts';

describe('the grid', () => {
  test('fills the day, and the last appointment ends at closing', () => {
    const offers = listStarts(question());
    expect(offers.map(({ start }) => clock('America/New_York', start))).toEqual(
      [9, 10, 11, 12, 13, 14, 15, 16].map((hour) => `${hour}:00`),
    );
    expect(offers[0]).toEqual({ ...at('09:00', 60), resource_ids: ['ana', 'ben'] });
  });

  test('counts from the opening, or from the clock', () => {
    const rules = salon([person('ana', { weekly_hours: everyDay('09:20', '12:30') })]);
    expect(times({ rules })).toEqual(['9:20', '10:20', '11:20']);
    expect(times({ rules, service: haircut({ slot_anchor: 'clock' }) })).toEqual(['10:00', '11:00']);
  });

  test('is that of the person: one who opens later does not shift the other', () => {
    const late = person('ben', { weekly_hours: everyDay('10:30', '12:30') });
    const offers = listStarts(
      question({ rules: salon([person('ana', { weekly_hours: everyDay('10:00', '12:00') }), late]) }),
    );
    expect(offers.map(({ start, resource_ids }) => [clock('America/New_York', start), ...resource_ids])).toEqual([
      ['10:00', 'ana'],
      ['10:30', 'ben'],
      ['11:00', 'ana'],
      ['11:30', 'ben'],
    ]);
  });

  test('does not ignore padding: after an appointment with cleaning the next slot is not offered', () => {
    const rules = salon([person('ana')]);
    const service = haircut({ duration_minutes: 30, slot_step_minutes: 30, padding_after_minutes: 15 });
    const taken = [busy('ana', '2026-05-04T13:00:00Z', 45)];
    expect(times({ rules, service, busy: taken }).slice(0, 2)).toEqual(['10:00', '10:30']);
  });

  test('can also offer the start right after what is booked, padding between them', () => {
    const rules = salon([person('ana', { weekly_hours: everyDay('09:00', '12:00') })]);
    const taken = [busy('ana', '2026-05-04T13:00:00Z', 50)];
    expect(times({ rules, busy: taken })).toEqual(['10:00', '11:00']);
    const service = haircut({ slot_anchor: 'previous', padding_before_minutes: 5 });
    expect(times({ rules, busy: taken, service })).toEqual(['9:55', '10:00', '11:00']);
  });

  test('takes nothing for an end where the next appointment begins at once', () => {
    const rules = salon([person('ana', { capacity: 2, weekly_hours: everyDay('09:00', '12:00') })]);
    const row = [busy('ana', '2026-05-04T13:00:00Z', 20), busy('ana', '2026-05-04T13:20:00Z', 20)];
    expect(times({ rules, busy: row, service: haircut({ slot_anchor: 'previous' }) })).toEqual([
      '9:00',
      '9:40',
      '10:00',
      '11:00',
    ]);
  });

  test('offers both half past ones of an overlap, told apart by the offset', () => {
    const rules = salon([person('ana', { weekly_hours: everyDay('01:00', '02:00') })]);
    const night = {
      rules,
      service: haircut({ duration_minutes: 30, slot_step_minutes: 30 }),
      from: '2026-11-01',
      to: '2026-11-01',
    };
    const labels = listStarts(question(night)).map(
      ({ start }) => `${clock('America/New_York', start)} ${offsetLabel('America/New_York', start)}`,
    );
    expect(labels).toEqual(['1:00 UTC-04:00', '1:30 UTC-04:00', '1:00 UTC-05:00', '1:30 UTC-05:00']);
  });

  test('does not drift by half an hour after the half-hour change of Lord Howe', () => {
    const rules = {
      ...salon(),
      locations: [place({ time_zone: 'Australia/Lord_Howe', weekly_hours: everyDay('00:00', '06:00') })],
    };
    const night = { rules, zone: 'Australia/Lord_Howe', from: '2026-10-04', to: '2026-10-04' };
    expect(times(night, 'Australia/Lord_Howe')).toEqual(['0:00', '1:00', '3:00', '4:00', '5:00']);
  });

  test('begins on the hour of the place in zones at :45', () => {
    const rules = { ...salon(), locations: [place({ time_zone: 'Asia/Kathmandu' })] };
    expect(times({ rules, zone: 'Asia/Kathmandu' }, 'Asia/Kathmandu')[0]).toBe('9:00');
  });

  test('offers every hour once where one day’s opening runs into the next', () => {
    const rules = { ...salon(), locations: [place({ weekly_hours: everyDay('00:00', '24:00') })] };
    expect(times({ rules })).toHaveLength(24);
  });
});

describe('padding', () => {
  const rules = salon([person('ana')]);
  const taken = [busy('ana', '2026-05-04T16:00:00Z', 60)];
  const near = { rules, busy: taken };

  test('before and after are not swapped', () => {
    expect(times({ ...near, service: haircut({ padding_before_minutes: 15 }) })).not.toContain('13:00');
    expect(times({ ...near, service: haircut({ padding_before_minutes: 15 }) })).toContain('11:00');
    expect(times({ ...near, service: haircut({ padding_after_minutes: 15 }) })).not.toContain('11:00');
    expect(times({ ...near, service: haircut({ padding_after_minutes: 15 }) })).toContain('13:00');
  });

  test('may spill over the edge of hours, over a closure and over time off', () => {
    const closures = [
      { id: 'fair', start: instant('2026-05-04T18:00:00Z'), end: instant('2026-05-05T00:00:00Z'), location_id: null },
    ];
    const service = haircut({ padding_before_minutes: 30, padding_after_minutes: 30 });
    expect(times({ rules: { ...rules, closures }, service })).toEqual(['9:00', '10:00', '11:00', '12:00', '13:00']);
  });

  test('of a line replaces that of the service: the room is cleaned, the person goes on', () => {
    const requires = [line('person', { padding_after_minutes: 0 }), line('room')];
    const service = haircut({ requires, padding_after_minutes: 15 });
    const rooms = ['room 1', 'room 2'].map((id) => busy(id, '2026-05-04T16:00:00Z', 60));
    expect(times({ rules, service, busy: [busy('ana', '2026-05-04T16:00:00Z', 60)] })).toContain('11:00');
    expect(times({ rules, service, busy: rooms })).not.toContain('11:00');
  });

  test('holds for every candidate, and for seats', () => {
    const service = haircut({ padding_after_minutes: 15, requires: [line('person', { units: 2 })] });
    const group = salon([person('ana', { capacity: 3 }), person('ben', { capacity: 3 })]);
    const full = ['ana', 'ben'].map((id) => busy(id, '2026-05-04T16:00:00Z', 60, 2));
    expect(times({ rules: group, service, busy: full })).not.toContain('11:00');
  });
});

describe('notice and window', () => {
  const now = instant('2026-05-04T14:30:00Z');

  test('notice counts in instants, and exactly that much is enough', () => {
    expect(times({ now, service: haircut({ min_notice_minutes: 30 }) })[0]).toBe('11:00');
    expect(times({ now, service: haircut({ min_notice_minutes: 31 }) })[0]).toBe('12:00');
  });

  test('notice on the day of a clock change does not shift the rest of the month', () => {
    const march = { from: '2026-03-08', to: '2026-03-31', now: instant('2026-03-08T06:30:00Z') };
    const all = times({ ...march, service: haircut({ min_notice_minutes: 60 }) });
    expect(all).toHaveLength(24 * 8);
    expect(new Set(all.filter((_, index) => index % 8 === 0))).toEqual(new Set(['9:00']));
  });

  test('a rolling window and an end date hold their last day, in the zone of the place', () => {
    const week = { now, from: MONDAY, to: '2026-05-10', zone: 'Pacific/Kiritimati' };
    const lastDay = (service: ListInput['service']) =>
      wallOf('America/New_York', listStarts(question({ ...week, service })).at(-1)!.start).date;
    expect(lastDay(haircut({ window_days: 2 }))).toBe('2026-05-06');
    expect(lastDay(haircut({ window_until_on: '2026-05-07' }))).toBe('2026-05-07');
    const service = haircut({ window_from_on: '2026-05-08' });
    expect(wallOf('America/New_York', listStarts(question({ ...week, service }))[0]!.start).date).toBe('2026-05-08');
  });

  test('do not bind the business', () => {
    const service = haircut({ min_notice_minutes: 600, window_until_on: '2026-05-01' });
    expect(times({ now, service })).toEqual([]);
    expect(times({ now, service, audience: 'business' })).toHaveLength(8);
  });
});

test('the dates asked for are the customer’s: evenings in New York are mornings in Berlin', () => {
  const rules = { ...salon(), locations: [place({ weekly_hours: everyDay('17:00', '23:00') })] };
  expect(times({ rules, zone: 'Europe/Berlin' })).toEqual(['18:00', '19:00', '20:00', '21:00', '22:00', '17:00']);
});

test('a service that needs no resource follows the hours of the first location', () => {
  const offers = listStarts(question({ service: haircut({ requires: [] }) }));
  expect(offers).toHaveLength(8);
  expect(offers[0]!.resource_ids).toEqual([]);
});

test('the appointment being moved does not stand in its own way', () => {
  const taken = busy('ana', '2026-05-04T13:00:00Z', 60);
  const rules = salon([person('ana')]);
  expect(times({ rules, busy: [taken] })).not.toContain('9:00');
  expect(times({ rules, busy: [taken], ignore: [taken.ref!.id] })).toContain('9:00');
});

test('an hour is sixty elapsed minutes across a clock change', () => {
  const rules = salon([person('ana', { weekly_hours: everyDay('01:00', '05:00') })]);
  const [first] = listStarts(
    question({ rules, from: '2026-03-08', to: '2026-03-08', now: 0, service: haircut({ duration_minutes: 90 }) }),
  );
  expect(first!.end - first!.start).toBe(90 * 60_000);
  expect(clock('America/New_York', first!.end)).toBe('3:30');
});
