/** Sets of small integers as 32-bit words: which of a place's resources. More than 32 take more words. */
export type Bits = Uint32Array;

export function wordsFor(size: number): number {
  return Math.max(1, Math.ceil(size / 32));
}

export function bitsOf(indices: readonly number[], words: number): Bits {
  const bits = new Uint32Array(words);
  for (const index of indices) setBit(bits, index);
  return bits;
}

export function hasBit(bits: Bits, index: number): boolean {
  return (bits[index >>> 5]! & (1 << (index & 31))) !== 0;
}

export function setBit(bits: Bits, index: number): void {
  bits[index >>> 5]! |= 1 << (index & 31);
}

export function clearBit(bits: Bits, index: number): void {
  bits[index >>> 5]! &= ~(1 << (index & 31));
}

export function addBits(to: Bits, from: Bits): void {
  for (let word = 0; word < to.length; word++) to[word]! |= from[word]!;
}

export function removeBits(from: Bits, what: Bits): void {
  for (let word = 0; word < from.length; word++) from[word]! &= ~what[word]!;
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (const word of bits) count += countWord(word);
  return count;
}

/** How many bits of a 32-bit word are set (Hacker's Delight, §5-1). */
export function countWord(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** What stands at the members' places in `list`, in rising order. */
export function membersOf<T>(bits: Bits, list: readonly T[]): T[] {
  const members: T[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word]!; left !== 0; left &= left - 1) {
      members.push(list[word * 32 + 31 - Math.clz32(left & -left)]!);
    }
  }
  return members;
}

export function isSameSet(a: Bits, b: Bits): boolean {
  if (a.length !== b.length) return false;
  for (let word = 0; word < a.length; word++) if (a[word] !== b[word]) return false;
  return true;
}
