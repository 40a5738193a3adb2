import { createHmac, timingSafeEqual } from 'node:crypto';
import { derived } from '../../core/key.ts';

/** What of an entry is under its code: every column, instants as text with microseconds. */
export interface Sealable {
  id: string;
  tenant_id: string | null;
  mode: string | null;
  occurred: string;
  action: string;
  actor_id: string | null;
  actor_email: string | null;
  acting_as_id: string | null;
  acting_as_email: string | null;
  subject_id: string | null;
  subject_email: string | null;
  ip_address: string | null;
  session_key: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
}

/** The chain of what belongs to no business. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';

/** The code of an entry, which nobody can make without the key of the installation. */
export function macOf(key: Buffer, entry: Sealable): Buffer {
  const { id, tenant_id, mode, occurred, action, detail, ...about } = entry;
  const people = [about.actor_id, about.actor_email, about.acting_as_id, about.acting_as_email];
  const where = [about.subject_id, about.subject_email, about.ip_address, about.session_key, about.reason];
  const parts = [id, tenant_id, mode, occurred, action, ...people, ...where, inOrder(detail)];
  return createHmac('sha256', derived(key, 'audit entry')).update(JSON.stringify(parts)).digest();
}

export const isOwnMac = (key: Buffer, entry: Sealable, mac: Buffer): boolean => {
  const own = macOf(key, entry);
  return own.length === mac.length && timingSafeEqual(own, mac);
};

interface Link {
  chain: string;
  position: number;
  /** Of the seal before; null for the first one. */
  previous: Buffer | null;
  mac: Buffer;
}

/** Binds an entry to its place and to all that came before it in its chain. */
export const sealOf = (key: Buffer, { chain, position, previous, mac }: Link): Buffer =>
  createHmac('sha256', derived(key, 'audit seal'))
    .update(JSON.stringify([chain, position, previous?.toString('hex') ?? null, mac.toString('hex')]))
    .digest();

/** How an instant in milliseconds stands in a `timestamptz`. */
export const occurredText = (instant: number): string => new Date(instant).toISOString().replace('Z', '000Z');

/** JSON comes back from the database with its keys in another order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, inOrder(part)]);
}
