import { createHash, randomBytes } from 'node:crypto';
import type { Mode } from '@smooth/contract/identity/roles.ts';

const letterOf = { live: 'l', sandbox: 's' } as const;
const SECRET_BYTES = 32;

/** What opens a pass: its mode, then chance. Only its hash is stored. */
export const newPassToken = (mode: Mode): string => letterOf[mode] + randomBytes(SECRET_BYTES).toString('base64url');

export const passTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The mode a token says it is of, before anybody looks for it. */
export function passTokenMode(token: string | undefined): Mode | null {
  if (token?.startsWith(letterOf.live)) return 'live';
  return token?.startsWith(letterOf.sandbox) ? 'sandbox' : null;
}
