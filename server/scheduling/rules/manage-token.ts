import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Mode } from '@smooth/contract/identity/roles.ts';

/** What a manage link opens. */
export interface Managed {
  tenantId: string;
  mode: Mode;
  appointmentId: string;
}

const SEAL_BYTES = 20;
const letterOf = { live: 'l', sandbox: 's' } as const;

/**
 * The secret part of a manage link: the mode, the appointment and a seal over both and the tenant. It is made afresh for
 * every message and stored nowhere.
 */
export function manageToken(secret: string, managed: Managed): string {
  const id = Buffer.from(managed.appointmentId.replaceAll('-', ''), 'hex');
  return letterOf[managed.mode] + Buffer.concat([id, sealOf(secret, managed)]).toString('base64url');
}

/** The appointment a token opens at this tenant; null for one that was not made here. */
export function readManageToken(secret: string, tenantId: string, token: string): Managed | null {
  const mode = manageTokenMode(token);
  const bytes = Buffer.from(token.slice(1), 'base64url');
  // One spelling for one link: decoding alone would overlook what does not belong there.
  if (mode === null || bytes.length !== 16 + SEAL_BYTES || bytes.toString('base64url') !== token.slice(1)) return null;
  const hex = bytes.toString('hex', 0, 16);
  const appointmentId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  const managed = { tenantId, mode, appointmentId };
  return timingSafeEqual(sealOf(secret, managed), bytes.subarray(16)) ? managed : null;
}

/** The mode a token says it is of, before anybody checks it. */
export function manageTokenMode(token: string): Mode | null {
  if (token.startsWith(letterOf.live)) return 'live';
  return token.startsWith(letterOf.sandbox) ? 'sandbox' : null;
}

const sealOf = (secret: string, { tenantId, mode, appointmentId }: Managed): Buffer =>
  createHmac('sha256', secret).update(`manage:${tenantId}:${mode}:${appointmentId}`).digest().subarray(0, SEAL_BYTES);
