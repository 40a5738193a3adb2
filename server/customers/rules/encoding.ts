export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file and how it was written. A mark at the beginning tells; else every second byte of UTF-16 is zero in
 * what people write here; else it is UTF-8 where that fits, and what old spreadsheets write where it does not.
 */
export function decoded(bytes: Buffer): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [even, odd] = zeros(bytes.subarray(0, 2000));
  if (odd > even * 4 && odd > bytes.length / 8) return 'utf-16le';
  if (even > odd * 4 && even > bytes.length / 8) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function zeros(bytes: Buffer): [even: number, odd: number] {
  const count: [number, number] = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) count[index % 2 === 0 ? 0 : 1] += 1;
  return count;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
