import { MINUTE } from '@smooth/engine/instant.ts';
import type { Decision, Instant } from '@smooth/engine/types.ts';
import { type Actor, isBusiness } from '../../core/actor.ts';

interface Noticed {
  starts_at: Instant;
  cancel_notice_minutes: number;
  reschedule_notice_minutes: number;
}

export const cancelUntil = (a: Noticed): Instant => a.starts_at - a.cancel_notice_minutes * MINUTE;
export const rescheduleUntil = (a: Noticed): Instant => a.starts_at - a.reschedule_notice_minutes * MINUTE;

/**
 * Whether `actor` may cancel at `now`, by the notice that was agreed when the appointment was made. It binds customers;
 * people of the business are exempt, and it is recorded that it was late.
 */
export function cancellation(a: Noticed, actor: Actor, now: Instant): Decision<{ late: boolean }, 'policy_notice'> {
  const late = now > cancelUntil(a);
  return late && bound(actor) ? tooLate(a.cancel_notice_minutes) : { ok: true, value: { late } };
}

/** The same for moving it. */
export function moving(a: Noticed, actor: Actor, now: Instant): Decision<{ late: boolean }, 'policy_notice'> {
  const late = now > rescheduleUntil(a);
  return late && bound(actor) ? tooLate(a.reschedule_notice_minutes) : { ok: true, value: { late } };
}

const bound = (actor: Actor) => actor.kind !== 'system' && !isBusiness(actor);
const tooLate = (required_minutes: number) =>
  ({ ok: false, code: 'policy_notice', facts: { required_minutes } }) as const;
