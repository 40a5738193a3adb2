/** Chance that is the same in every run: numbers from 0 up to 1 (Mulberry32). */
export interface Chance {
  (): number;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const oneOf = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

/** One of the list, the likelier the more it weighs; undefined where nothing weighs anything. */
export function weighed<T>(chance: Chance, list: readonly T[], weight: (one: T) => number): T | undefined {
  let left = chance() * list.reduce((sum, one) => sum + weight(one), 0);
  return list.find((one) => (left -= weight(one)) < 0);
}
