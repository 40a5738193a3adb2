import { Refused } from '../../core/errors.ts';

/** The parts of POSIX ustar that an archive is made of: plain files with short names, and nothing else. */
export const BLOCK = 512;

export interface Header {
  name: string;
  size: number;
}

/** What stands in front of a file. */
export function headerOf({ name, size }: Header, at: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for the archive`);
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write(
    `${Math.floor(at / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
  );
  block.write('0', 156);
  block.write('ustar\u000000', 257);
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** The header in a block; null for the empty one at the end. */
export function headerIn(block: Buffer): Header | null {
  if (block.every((byte) => byte === 0)) return null;
  if (octal(block, 148, 8) !== sumOf(block)) throw damaged('a header of a file does not hold');
  const type = block[156];
  const name = text(block, 0, 100);
  if (text(block, 345, 155) !== '') throw damaged(`the name ${name} is longer than any of ours`);
  if (type !== 0x30 && type !== 0) throw damaged(`${name} is no plain file`);
  return { name, size: octal(block, 124, 12) };
}

/** How many bytes fill up the last block of a file. */
export const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

export const damaged = (what: string): Refused =>
  new Refused('malformed_request', { detail: `The archive is damaged or was changed: ${what}. Nothing was imported.` });

/** The sum of all bytes, where its own field counts as spaces. */
function sumOf(block: Buffer): number {
  let sum = 8 * 0x20;
  for (const [index, byte] of block.entries()) if (index < 148 || index >= 156) sum += byte;
  return sum;
}

function text(block: Buffer, start: number, length: number): string {
  const part = block.subarray(start, start + length);
  const end = part.indexOf(0);
  return part.subarray(0, end === -1 ? length : end).toString('utf8');
}

function octal(block: Buffer, start: number, length: number): number {
  const digits = text(block, start, length).trim();
  if (!/^[0-7]{1,11}$/.test(digits)) throw damaged('a number in a header of a file cannot be read');
  return Number.parseInt(digits, 8);
}
