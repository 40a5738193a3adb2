import { randomBytes } from 'node:crypto';

/** A UUID of version 7 (RFC 9562 §5.7): ordered by the millisecond it was made in. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return asText(bytes);
}

/** The lowest id that could have been made at an instant: ids of something older are below it. */
export function idFrom(instant: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.max(0, instant), 0, 6);
  return asText(bytes);
}

function asText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
