import { expect, test } from 'vitest';
import { auditSearch, isNarrowed, spanOf } from './search.ts';

const now = Date.parse('2026-07-14T22:30:00Z');

test('days are those of the place', () => {
  expect(spanOf({ period: 'day' }, 'Europe/Berlin', now)).toEqual({ from: '2026-07-14T22:00:00Z' });
  expect(spanOf({ period: 'week' }, 'America/New_York', now)).toEqual({ from: '2026-07-08T04:00:00Z' });
  expect(spanOf({}, 'Europe/Berlin', now)).toEqual({});
});

test('own days reach to the end of the last one, also when the clocks change in between', () => {
  const days = { period: 'custom', from: '2026-03-28', to: '2026-03-29' } as const;
  expect(spanOf(days, 'Europe/Berlin', now)).toEqual({ from: '2026-03-27T23:00:00Z', until: '2026-03-29T22:00:00Z' });
  expect(spanOf({ period: 'custom', to: '2026-07-01' }, 'UTC', now)).toEqual({ until: '2026-07-02T00:00:00Z' });
});

test('what does not belong into the address is left out', () => {
  const search = auditSearch({ action: 'NO_SUCH', period: 'year', from: 'yesterday', q: '' });
  expect(Object.values(search).every((value) => value === undefined)).toBe(true);
  expect(isNarrowed(search)).toBe(false);
  expect(isNarrowed(auditSearch({ action: 'SIGN_IN' }))).toBe(true);
});
