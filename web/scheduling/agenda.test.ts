import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import type { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { expect, test } from 'vitest';
import { agendaOf, countsOf, nowIndex } from './agenda.ts';

const at = (time: string) => `2026-07-14T${time}:00Z`;
const cut = (id: string, start: string, more: Partial<Appointment> = {}) =>
  ({
    id,
    start: at(start),
    end: at(start.replace(':00', ':30')),
    status: 'confirmed',
    class_id: null,
    resource_ids: ['ana'],
    price: { amount_minor: 4500, currency: 'USD' },
    ...more,
  }) as Appointment;
const pilates = {
  id: 'c',
  start: at('11:00'),
  end: at('12:00'),
  status: 'scheduled',
  resource_ids: ['room'],
} as ClassSession;

const names = (...entries: ReturnType<typeof agendaOf>) =>
  entries.map((entry) => (entry.kind === 'class' ? entry.session.id : entry.appointment.id));

test('entries stand in order of time and parties stand in their class', () => {
  const entries = agendaOf(
    [cut('late', '15:00'), cut('early', '09:00'), cut('party', '11:00', { class_id: 'c' })],
    [pilates],
  );
  expect(names(...entries)).toEqual(['early', 'c', 'late']);
  expect(entries[1]).toMatchObject({ parties: [{ id: 'party' }] });
});

test('what was cancelled, declined or expired is left out', () => {
  expect(agendaOf([cut('gone', '09:00', { status: 'cancelled' })], [])).toEqual([]);
});

test('one resource shows its own entries', () => {
  expect(
    names(...agendaOf([cut('a', '09:00'), cut('b', '10:00', { resource_ids: ['ben'] })], [pilates], 'ben')),
  ).toEqual(['b']);
});

test('the line of now stands before what starts later', () => {
  const entries = agendaOf([cut('a', '09:00'), cut('b', '10:00')], []);
  const day = { start: Date.parse(at('00:00')), end: Date.parse(at('00:00')) + 86_400_000 };
  expect(nowIndex(entries, Date.parse(at('09:15')), day)).toBe(1);
  expect(nowIndex(entries, Date.parse(at('20:00')), day)).toBe(2);
  expect(nowIndex(entries, day.start - 1, day)).toBeNull();
});

test('the counts leave the price of a no-show out', () => {
  const entries = agendaOf([cut('a', '09:00'), cut('b', '10:00', { status: 'no_show' })], []);
  expect(countsOf(entries)).toMatchObject({ appointments: 2, missed: 1, expectedMinor: 4500 });
});
