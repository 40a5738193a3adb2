import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@smooth/engine/types.ts';
import { seal, unseal } from '../../core/seal.ts';

/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, half a minute. */
const STEP_MS = 30_000;
const DIGITS = 6;
/** Clocks differ: the code before and the one after count, too. */
const WINDOW = 1;

export const stepAt = (now: Instant): number => Math.floor(now / STEP_MS);

export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 0x0f) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code this is, or null. A step that was used already is refused by whoever keeps the last one. */
export function stepOfCode(secret: Buffer, code: string, now: Instant): number | null {
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, index) => stepAt(now) - WINDOW + index);
  return steps.find((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(digits))) ?? null;
}

export const newTotpSecret = (): Buffer => randomBytes(20);

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

export function otpauthUri(secret: Buffer, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

export const sealSecret = (key: Buffer, userId: string, secret: Buffer): Buffer =>
  seal(key, { purpose: 'totp', owner: userId }, secret);

export const openSecret = (key: Buffer, userId: string, sealed: Buffer): Buffer =>
  unseal(key, { purpose: 'totp', owner: userId }, sealed);

const RECOVERY_CODES = 10;

/** Eighty bits each, so that a hash of them needs no slowness. Written in groups, read without them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(10)).toLowerCase().match(/.{4}/g)!.join('-'));

export const plainRecoveryCode = (code: string): string => code.toLowerCase().replaceAll(/[\s-]/g, '');
