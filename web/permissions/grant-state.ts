import type { Grant } from '@smooth/contract/identity/permissions.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import { type Format, ms } from '../app/format.ts';

export const grantStates = ['active', 'expired', 'revoked'] as const;
export type GrantStatus = Grant['status'];

/** A grant as it is now: it runs out between two looks at the server. */
export const asOfNow = (grant: Grant, now: number): Grant =>
  grant.status === 'active' && ms(grant.expires_at) <= now
    ? { ...grant, status: 'expired', can: { ...grant.can, revoke: false } }
    : grant;

/** `12:05`, or from an hour on its hours and minutes. */
export function timeLeft(until: string, now: number, format: Pick<Format, 'hours'>): string {
  const seconds = Math.max(0, Math.ceil((ms(until) - now) / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes >= HOUR) return format.hours(minutes);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
const HOUR = 60;

/** How soon it ends deserves a colour. */
export const endsSoon = (until: string, now: number): boolean => ms(until) - now < 5 * MINUTE;
