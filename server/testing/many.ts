import type { Answer } from './person.ts';

/** So many at the same moment, each with its number. */
export const atOnce = <T>(many: number, each: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: many }, (_, n) => each(n)));

/** How often each status was answered. */
export function statuses(answers: readonly Answer<unknown>[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
