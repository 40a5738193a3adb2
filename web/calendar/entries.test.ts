import type { Block } from '@smooth/contract/scheduling/blocks.ts';
import { expect, test } from 'vitest';
import { offBetween } from './entries.ts';

const block = (id: string, change: Partial<Block>): Block => ({
  id,
  revision: 1,
  resource_id: 'ana',
  start: null,
  end: null,
  recurring: null,
  reason: null,
  can: { edit: false, delete: false },
  ...change,
});
const [from, until] = [Date.parse('2026-10-18T22:00:00Z'), Date.parse('2026-10-27T23:00:00Z')];

test('time off of each week stands on each of its days, by the clock of the place', () => {
  const recurring = { weekday: 1, start: '13:00', end: '15:00', from_on: null, until_on: null } as const;
  expect(offBetween([block('school', { recurring, reason: 'School' })], 'Europe/Berlin', from, until)).toEqual([
    { id: 'school', start: '2026-10-19T11:00:00Z', end: '2026-10-19T13:00:00Z', reason: 'School' },
    { id: 'school', start: '2026-10-26T12:00:00Z', end: '2026-10-26T14:00:00Z', reason: 'School' },
  ]);
});

test('time off once stands where it is, and other weeks are left out', () => {
  const once = block('once', { start: '2026-10-20T08:00:00Z', end: '2026-10-20T09:00:00Z' });
  const later = block('later', { start: '2026-11-20T08:00:00Z', end: '2026-11-20T09:00:00Z' });
  expect(offBetween([once, later], 'Europe/Berlin', from, until).map(({ id }) => id)).toEqual(['once']);
});
