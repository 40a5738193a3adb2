import { expect, test } from 'vitest';
import { bookingBody, type Draft, missing } from './new-appointment.ts';
import { speech } from './speech.testing.ts';

const draft: Draft = {
  serviceId: 's',
  customer: { id: null, name: ' Maya Lopez ', email: '', phone: '' },
  resourceId: undefined,
  party: 1,
  picked: { start: '2026-07-14T08:00:00Z', isOffered: true },
  overlap: { allow: false, reason: '' },
  notes: '',
};

test('a new customer travels with the booking, empty contacts as none', () => {
  expect(bookingBody(draft)).toEqual({
    service_id: 's',
    start: '2026-07-14T08:00:00Z',
    customer: { name: 'Maya Lopez', email: null, phone: null },
  });
});

test('a wish for a resource, a class and an overlap are sent where they are meant', () => {
  expect(
    bookingBody({
      ...draft,
      customer: { ...draft.customer, id: 'c' },
      resourceId: 'ana',
      party: 2,
      picked: { start: '2026-07-14T08:00:00Z', isOffered: true, classId: 'k' },
      overlap: { allow: true, reason: 'Regular guest' },
    }),
  ).toMatchObject({ customer_id: 'c', resource_ids: ['ana'], class_id: 'k', party_size: 2, allow_overlap: true });
});

test('what is missing is named', () => {
  const empty = { ...draft, serviceId: null, picked: null, customer: { ...draft.customer, name: '' } };
  expect(Object.keys(missing(empty, speech))).toEqual(['service_id', 'customer_id', 'customer.name']);
  expect(missing({ ...draft, overlap: { allow: true, reason: ' ' } }, speech)).toHaveProperty('overlap_reason');
});
