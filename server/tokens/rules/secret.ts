import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Mode } from '@smooth/contract/identity/roles.ts';

/*
 * `ss_live_` or `ss_test_`, 32 characters of chance (190 bits), and 6 of a checksum over all that is before them: whoever
 * finds one in a text knows it for what it is, and one that was cut or mistyped is told without asking the database.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHANCE_LENGTH = 32;
const CHECKSUM_LENGTH = 6;
const prefixes = { live: 'ss_live_', sandbox: 'ss_test_' } as const;
const PATTERN = new RegExp(`^ss_(live|test)_[0-9A-Za-z]{${CHANCE_LENGTH + CHECKSUM_LENGTH}}$`);

export function newSecret(mode: Mode): string {
  const body = prefixes[mode] + chance(CHANCE_LENGTH);
  return body + checksumOf(body);
}

/** The mode a whole token is of, before anybody looks for it; null for what is none. */
export function modeOfSecret(text: string): Mode | null {
  const [, kind] = PATTERN.exec(text) ?? [];
  if (kind === undefined) return null;
  const body = text.slice(0, -CHECKSUM_LENGTH);
  if (checksumOf(body) !== text.slice(-CHECKSUM_LENGTH)) return null;
  return kind === 'live' ? 'live' : 'sandbox';
}

/** What is kept of it. So much chance needs no slow hash. */
export const hashOfSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** How it begins and ends, for people. */
export const hintOf = (secret: string): string => `${secret.slice(0, prefixes.live.length)}…${secret.slice(-4)}`;

function chance(length: number): string {
  let text = '';
  // Bytes beyond the last whole round of digits would make the first ones likelier.
  while (text.length < length)
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += DIGITS[byte % 62];
  return text;
}

function checksumOf(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    text = DIGITS[rest % 62]! + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}
