import { createHash, randomBytes } from 'node:crypto';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { Refused } from '../../core/errors.ts';

export const INVITATION_LASTS_MS = 7 * DAY;

interface Known {
  accepted_at: Instant | null;
  revoked_at: Instant | null;
  expires_at: Instant;
}
export type InvitationState = 'pending' | 'accepted' | 'revoked' | 'expired';

export function stateOf({ accepted_at, revoked_at, expires_at }: Known, now: Instant): InvitationState {
  if (accepted_at !== null) return 'accepted';
  if (revoked_at !== null) return 'revoked';
  return expires_at <= now ? 'expired' : 'pending';
}

/** One that has run out may be sent again; one that was taken back or accepted is over. */
export const mayResend = (state: InvitationState): boolean => state === 'pending' || state === 'expired';

export function refuseOver(state: InvitationState): void {
  if (mayResend(state)) return;
  throw new Refused('wrong_status', { detail: `This invitation is ${state} already.` });
}

/** 256 bits of chance, which stand in the mail; the hash is what is kept. */
export const newInvitationToken = (): string => randomBytes(32).toString('base64url');
export const invitationHash = (token: string): Buffer => createHash('sha256').update(token).digest();
