import type { RowProblem } from '@smooth/contract/customers/imports.ts';
import type { CustomerRow } from '../queries/customers.ts';
import { type ImportRow, likenessOf } from './import-rows.ts';
import { problemAt } from './import-problems.ts';
import { joined } from './merge.ts';

type Known = Pick<
  CustomerRow,
  'id' | 'name' | 'email' | 'phone' | 'tags' | 'notes' | 'locale' | 'time_zone' | 'import_key'
>;
export type Written = Omit<Known, 'id'>;

export interface ImportPlan {
  added: Written[];
  changed: (Known & { row: number })[];
  unchanged: number;
  problems: RowProblem[];
}

/**
 * What rows do to the customers who are known: by the key, which may be our own id, else by the e-mail, else by name and
 * number. The same rows again change nothing.
 */
export function importPlan(
  rows: readonly ImportRow[],
  known: readonly Known[],
  mode: 'complete' | 'overwrite',
): ImportPlan {
  const find = finder(known);
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0, problems: [] };
  for (const row of rows) {
    const { person, other } = find(row);
    if (other) {
      const facts = { email: row.email ?? '', name: other.name };
      plan.problems.push(problemAt(row.row, null, 'other_customer', facts));
    } else if (!person) plan.added.push(newFrom(row));
    else {
      const after = mode === 'complete' ? completed(person, row) : overwritten(person, row);
      if (isSame(person, after)) plan.unchanged += 1;
      else plan.changed.push({ ...after, id: person.id, row: row.row });
    }
  }
  return plan;
}

function finder(known: readonly Known[]) {
  const byKey = new Map(known.flatMap((one) => [[one.id, one] as const, [one.import_key ?? '', one] as const]));
  const byEmail = new Map(known.map((one) => [one.email ?? '', one]));
  const byLikeness = new Map(known.filter(({ email }) => email === null).map((one) => [likenessOf(one), one]));
  return (row: ImportRow): { person: Known | undefined; other?: Known } => {
    const keyed = row.key === null ? undefined : byKey.get(row.key);
    const mailed = row.email === null ? undefined : byEmail.get(row.email);
    if (keyed && mailed && keyed.id !== mailed.id) return { person: keyed, other: mailed };
    const nameless = row.key === null && row.email === null;
    return { person: keyed ?? mailed ?? (nameless ? byLikeness.get(likenessOf(row)) : undefined) };
  };
}

const newFrom = ({ row: _row, key, notes, ...rest }: ImportRow): Written => ({
  ...rest,
  notes: notes ?? '',
  import_key: key,
});

/** A key that is our own id says nothing new. */
const keyAfter = (person: Known, { key }: ImportRow) => person.import_key ?? (key === person.id ? null : key);

const completed = (person: Known, row: ImportRow): Written => ({
  name: person.name,
  email: person.email ?? row.email,
  phone: person.phone ?? row.phone,
  tags: joined(person.tags, row.tags).slice(0, 20),
  notes: person.notes || (row.notes ?? ''),
  locale: person.locale ?? row.locale,
  time_zone: person.time_zone ?? row.time_zone,
  import_key: keyAfter(person, row),
});

/** An empty cell takes nothing away. */
const overwritten = (person: Known, row: ImportRow): Written => ({
  ...completed(person, row),
  name: row.name,
  email: row.email ?? person.email,
  phone: row.phone ?? person.phone,
  notes: row.notes ?? person.notes,
  locale: row.locale ?? person.locale,
  time_zone: row.time_zone ?? person.time_zone,
});

const isSame = (before: Written, after: Written): boolean =>
  (Object.keys(after) as (keyof Written)[]).every(
    (field) => String(before[field] ?? '') === String(after[field] ?? ''),
  );
