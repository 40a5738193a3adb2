import type { Sealable } from './entry.ts';

export const MASQUERADE_LOG = 'masquerade.log';
export const SECURITY_LOG = 'security.log';
export const ANCHORS = 'audit-anchors.log';

/** Which log an entry belongs to. */
export const logOf = ({ action }: Pick<Sealable, 'action'>): string =>
  action.startsWith('HIJACK_') ? MASQUERADE_LOG : SECURITY_LOG;

/** An entry as one JSON line; `id` tells a second copy, which a crash at the wrong moment may leave. */
export function lineOf(entry: Sealable): string {
  const { id, occurred, action, tenant_id, mode, ip_address, session_key, reason } = entry;
  const timestamp = `${occurred.slice(0, 23)}Z`;
  const people = action.startsWith('HIJACK_')
    ? { hijacker_email: entry.actor_email, hijacked_email: entry.subject_email }
    : {
        email: entry.actor_email,
        ...(entry.acting_as_email !== null && { acting_as_email: entry.acting_as_email }),
        ...(entry.subject_email !== null && { subject_email: entry.subject_email }),
      };
  const where = { tenant_id, mode, ...(Object.keys(entry.detail).length > 0 && { detail: entry.detail }), id };
  return `${JSON.stringify({ timestamp, action, ...people, ip_address, session_key, reason, ...where })}\n`;
}

/** How far a chain is sealed, told outside of the database. */
export interface Anchor {
  chain: string;
  position: number;
  hash: string;
}

export const anchorLine = (anchor: Anchor, timestamp: string): string =>
  `${JSON.stringify({ timestamp, ...anchor })}\n`;

/** The anchors of a file; a line that was cut by a crash is left out. */
export function anchorsIn(text: string): Anchor[] {
  return text.split('\n').flatMap((line) => {
    try {
      const { chain, position, hash } = JSON.parse(line) as Anchor;
      return [{ chain, position, hash }];
    } catch {
      return [];
    }
  });
}
