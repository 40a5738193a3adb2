import { describe, expect, test } from 'vitest';
import { overviewSearch, periodBefore, periodOf, periodProblem } from './period.ts';

const today = '2026-03-10';

describe('a period ends today or is the month', () => {
  test.each([
    [{ period: '7d' }, '2026-03-04', '2026-03-10'],
    [{}, '2026-02-09', '2026-03-10'],
    [{ period: 'month' }, '2026-03-01', '2026-03-31'],
    [{ period: 'custom', from: '2026-01-05', to: '2026-01-06' }, '2026-01-05', '2026-01-06'],
    [{ period: 'custom', from: '2026-01-05' }, '2026-02-09', '2026-03-10'],
  ] as const)('%o', (search, from, to) => expect(periodOf(search, today)).toEqual({ from, to }));
});

test('days are compared with as many days before', () => {
  expect(periodBefore({ from: '2026-03-04', to: '2026-03-10' })).toEqual({ from: '2026-02-25', to: '2026-03-03' });
});

test('a month is compared with the month before, however long', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodBefore({ from: '2026-01-01', to: '2026-01-31' })).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('an order or a length that cannot be is said', () => {
  expect(periodProblem({ from: '2026-03-10', to: '2026-03-09' })).toBe('last_before_first');
  expect(periodProblem({ from: '2025-01-01', to: '2026-01-02' })).toBe('too_many_days');
  expect(periodProblem({ from: '2025-01-01', to: '2026-01-01' })).toBeNull();
});

test('anything may stand in an address', () => {
  expect(overviewSearch({ period: 'year', from: 'yesterday', to: '2026-03-01' })).toEqual({
    period: undefined,
    from: undefined,
    to: '2026-03-01',
  });
});
