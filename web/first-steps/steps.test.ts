import { expect, test } from 'vitest';
import { doneOf, type Facts, isNew, nextOf } from './steps.ts';

const nothing: Facts = { openLocations: 0, resources: 0, services: 0, hasBrand: false, hasAppointments: false };
const ready: Facts = { openLocations: 1, resources: 2, services: 1, hasBrand: false, hasAppointments: true };

test('an empty business begins with its hours', () => {
  expect(isNew(nothing)).toBe(true);
  expect(nextOf(doneOf(nothing))).toBe('hours');
});

test('steps check themselves off, in whatever order they are done', () => {
  const facts = { ...nothing, services: 1, hasBrand: true };
  expect(doneOf(facts)).toMatchObject({ service: true, brand: true, resource: false });
  expect(nextOf(doneOf(facts))).toBe('hours');
});

test('a business that has bookings is not new any more, whatever it looks like', () => {
  expect(isNew(ready)).toBe(false);
  expect(isNew({ ...ready, hasAppointments: false })).toBe(true);
});
