/** What the keys of a person lead to, as they are pressed one after the other. */
export interface Pressed {
  /** The first key of two, and when it was pressed. */
  first: { key: string; at: number } | null;
}

export type Meaning = { kind: 'go'; key: string } | { kind: 'do'; key: string } | { kind: 'wait' } | null;

const PATIENCE_MS = 1500;

/** `g` and a letter lead to a room; the keys of `single` act at once. Everything else means nothing here. */
export function press(before: Pressed, key: string, at: number, single: readonly string[]): [Pressed, Meaning] {
  const waits = before.first !== null && at - before.first.at < PATIENCE_MS;
  if (waits) return [{ first: null }, { kind: 'go', key: key.toLowerCase() }];
  if (key === 'g') return [{ first: { key, at } }, { kind: 'wait' }];
  return [{ first: null }, single.includes(key) ? { kind: 'do', key } : null];
}

/** Where `j` and `k` lead in a list of `count`, from the one that has the focus; -1: none has. */
export function stepTo(key: 'j' | 'k', focused: number, count: number): number {
  if (focused === -1) return key === 'j' ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, focused + (key === 'j' ? 1 : -1)));
}
