import { expect, test } from 'vitest';
import { bodyOf, emptyResource, missing } from './resource-form.ts';
import { speech } from './speech.testing.ts';

const ana = { ...emptyResource('staff', '#5450dc'), name: ' Ana ', user_id: 'u' };
const monday = { weekday: 1 as const, start: '09:00', end: '17:00' };

test('without own hours those of the location count', () => {
  expect(bodyOf({ ...ana, weekly_hours: [monday] })).toMatchObject({ name: 'Ana', weekly_hours: [] });
});

test('a room has no sign-in', () => {
  expect(bodyOf({ ...ana, type: 'room' }).user_id).toBeNull();
});

test('own hours need one open day', () => {
  expect(missing({ ...ana, has_own_hours: true }, speech)).toEqual({ weekly_hours: 'Open at least one day' });
  expect(missing({ ...ana, has_own_hours: true, weekly_hours: [monday] }, speech)).toEqual({});
});
