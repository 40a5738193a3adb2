import { expect, test } from 'vitest';
import { appointmentSearch, periodBounds } from './appointment-search.ts';

test('today is a day of the place, also when the clocks change', () => {
  expect(periodBounds('today', '2026-03-29', 'Europe/Berlin')).toEqual({
    from: '2026-03-28T23:00:00Z',
    to: '2026-03-29T22:00:00Z',
    order: 'start',
  });
});

test('the past is open at its beginning and newest first', () => {
  expect(periodBounds('past', '2026-07-14', 'UTC')).toEqual({ to: '2026-07-14T00:00:00Z', order: '-start' });
});

test('an unknown period in the address is left out', () => {
  expect(appointmentSearch({ period: 'yesterday', q: 'Ana', status: '' })).toEqual({
    period: undefined,
    status: undefined,
    service: undefined,
    resource: undefined,
    q: 'Ana',
  });
});
