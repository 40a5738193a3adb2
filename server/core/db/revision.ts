import { Refused } from '../errors.ts';

/** Refuses a change that was based on another state than the row's, and shows the state as it is now. */
export function demandRevision<Row extends { revision: number }>(
  row: Row,
  revision: number,
  present: (row: Row) => unknown,
): void {
  if (row.revision !== revision) throw new Refused('stale_revision', { current: present(row) });
}
