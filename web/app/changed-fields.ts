/** The fields that differ, with their new values: a change sends these alone, so that others' edits survive. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const names = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(
    names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
  ) as Partial<T>;
}

/** The labels of the fields that somebody else changed. */
export function changedLabels<T extends object>(
  before: T,
  after: T,
  labels: Partial<Record<keyof T, string>>,
): string[] {
  return (Object.keys(changedFields(before, after)) as (keyof T)[]).flatMap((name) => labels[name] ?? []);
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
