import type { Grant } from '@smooth/contract/identity/permissions.ts';
import { expect, test } from 'vitest';
import { formatFor } from '../app/format.ts';
import { asOfNow, timeLeft } from './grant-state.ts';

const format = formatFor({ locale: 'en-US', currency: 'EUR', zone: 'Europe/Berlin' });
const end = '2026-07-14T08:30:00Z';
const at = (time: string) => Date.parse(`2026-07-14T${time}Z`);
const grant = { status: 'active', expires_at: end, can: { revoke: true } } as Grant;

test('the time left runs down by the second, and is rounded up so that nothing left means ended', () => {
  expect(timeLeft(end, at('08:17:55'), format)).toBe('12:05');
  expect(timeLeft(end, at('08:29:59.500'), format)).toBe('0:01');
  expect(timeLeft(end, at('06:25:00'), format)).toBe('2 hr 5 min');
  expect(timeLeft(end, at('09:00:00'), format)).toBe('0:00');
});

test('a grant is expired from its end on, also before the server is asked again', () => {
  expect(asOfNow(grant, at('08:29:59'))).toBe(grant);
  expect(asOfNow(grant, at('08:30:00'))).toMatchObject({ status: 'expired', can: { revoke: false } });
  const revoked = { ...grant, status: 'revoked' } as Grant;
  expect(asOfNow(revoked, at('09:00:00'))).toBe(revoked);
});
