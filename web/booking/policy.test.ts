import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import { expect, test } from 'vitest';
import { formatOf } from './format.ts';
import { endOf, policyOf } from './policy.ts';
import { words } from './words/en.ts';
import { speechOf } from './words/words.ts';

const now = new Date('2026-07-10T08:00:00Z');
const voice = { speech: speechOf(words, 'en-GB'), format: formatOf('en-GB', now) };
const appointment = (can: BookedAppointment['can'], until: { cancel_until?: string; reschedule_until?: string } = {}) =>
  ({
    can,
    time_zone: 'Europe/Berlin',
    cancel_until: '2026-07-13T08:00:00Z',
    reschedule_until: '2026-07-13T08:00:00Z',
    business: { name: 'Demo Salon', phone: '+49 30 1', email: null },
    ...until,
  }) as unknown as BookedAppointment;

test('one moment for both is said once, with whom to call afterwards', () => {
  expect(policyOf(appointment({ cancel: true, reschedule: true }), voice)).toEqual([
    'You can change or cancel online until Mon 13 July, 10:00.',
    'After that, call +49\u00a030\u00a01.',
  ]);
});

test('two moments are said apart', () => {
  const sentences = policyOf(
    appointment({ cancel: true, reschedule: false }, { reschedule_until: '2026-07-09T08:00:00Z' }),
    voice,
  );
  expect(sentences).toEqual([
    'Changing the time online was possible until Thu 9 July, 10:00.',
    'You can cancel online until Mon 13 July, 10:00.',
    'After that, call +49\u00a030\u00a01.',
  ]);
});

test('when the moment is over, the page says whom to call', () => {
  expect(policyOf(appointment({ cancel: false, reschedule: false }), voice)[1]).toBe(
    'For anything else, call +49\u00a030\u00a01.',
  );
});

test('an appointment ends by its status or by its time', () => {
  const end = '2026-07-10T09:00:00Z';
  expect(endOf({ status: 'confirmed', end }, now)).toBeNull();
  expect(endOf({ status: 'confirmed', end: '2026-07-10T08:00:00Z' }, now)).toBe('ended_past');
  expect(endOf({ status: 'cancelled', end }, now)).toBe('ended_cancelled');
});
