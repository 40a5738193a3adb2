import { EmailText, LongText, PhoneText, ShortText, ZoneText } from '@smooth/contract/core/fields.ts';
import { Tag } from '@smooth/contract/customers/customers.ts';
import type { ImportField, RowProblem } from '@smooth/contract/customers/imports.ts';
import { z } from 'zod';
import { type CsvRow, csvRows, type Separator } from './csv.ts';
import { columnsOf, missingIn } from './import-columns.ts';
import { problemAt } from './import-problems.ts';
import { joined } from './merge.ts';

/** One person of a file; null is what the file does not say. */
export interface ImportRow {
  row: number;
  key: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  tags: string[];
  notes: string | null;
  locale: string | null;
  time_zone: string | null;
}

export interface ImportFile {
  separator: Separator;
  columns: ReturnType<typeof columnsOf>;
  missing: ImportField[];
  /** How many rows the file has below the headings. */
  total: number;
  rows: (ImportRow | RowProblem[])[];
}

/** What a file says, row by row: a person, or why it cannot be one. */
export function importRows(text: string): ImportFile {
  const { separator, rows, isOpen } = csvRows(text);
  const [headings, ...below] = rows;
  const columns = columnsOf(headings?.cells ?? []);
  const missing = missingIn(columns);
  const seen = new Map<string, number>();
  const read = missing.length > 0 ? [] : below.map((row) => distinct(personOf(row, columns), seen));
  if (isOpen && read.length > 0) read[read.length - 1] = [problemAt(below.at(-1)!.row, null, 'quotation_open')];
  return { separator, columns, missing, total: below.length, rows: read };
}

const Locale = z.string().regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/, 'Use a language such as de or en-GB');

function personOf({ row, cells }: CsvRow, columns: ImportFile['columns']): ImportRow | RowProblem[] {
  const problems: RowProblem[] = [];
  const cell = (field: ImportField) => cells[columns.findIndex((column) => column.field === field)] || null;
  const heading = (field: ImportField) => columns.find((column) => column.field === field)?.heading ?? null;
  const checked = (field: ImportField, schema: z.ZodType<string>, value = cell(field)) => {
    if (value === null) return null;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    problems.push(problemAt(row, heading(field), wanted[field] ?? 'not_taken', { value: short(value) }));
    return null;
  };
  const whole = cell('name') ?? [cell('first_name'), cell('last_name')].filter(Boolean).join(' ');
  if (!whole) problems.push(problemAt(row, heading('name'), 'no_name'));
  const person = {
    row,
    key: checked('key', ShortText),
    name: checked('name', ShortText, whole || null) ?? '',
    email: checked('email', EmailText)?.toLowerCase() ?? null,
    phone: checked('phone', PhoneText),
    tags: tagsIn(cell('tags')).flatMap((tag) => checked('tags', Tag, tag) ?? []),
    notes: checked('notes', LongText),
    locale: checked('locale', Locale),
    time_zone: checked('time_zone', ZoneText),
  };
  if (person.tags.length > 20) problems.push(problemAt(row, heading('tags'), 'too_many_tags'));
  return problems.length > 0 ? problems : person;
}

const tagsIn = (text: string | null): string[] =>
  joined(
    [],
    (text ?? '')
      .split(/[,;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  );

const wanted: Partial<Record<ImportField, RowProblem['code']>> = {
  email: 'not_email',
  phone: 'not_phone',
  time_zone: 'not_time_zone',
  locale: 'not_language',
};

const short = (value: string) => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

/** Those who can be taken, and what is wrong with the others. */
export function apart(rows: ImportFile['rows']): { people: ImportRow[]; problems: RowProblem[] } {
  const people: ImportRow[] = [];
  const problems: RowProblem[] = [];
  for (const row of rows) {
    if (Array.isArray(row)) problems.push(...row);
    else people.push(row);
  }
  return { people, problems };
}

/** Of two rows about one person the first counts. */
function distinct(person: ImportRow | RowProblem[], seen: Map<string, number>): ImportRow | RowProblem[] {
  if (Array.isArray(person)) return person;
  const { row, key, email } = person;
  const marks = [key && `key ${key}`, email && `email ${email}`].filter(Boolean) as string[];
  if (marks.length === 0) marks.push(`person ${likenessOf(person)}`);
  const twin = marks.map((mark) => seen.get(mark)).find((known) => known !== undefined);
  if (twin !== undefined) return [problemAt(row, null, 'same_person', { row: String(twin) })];
  for (const mark of marks) seen.set(mark, row);
  return person;
}

/** Who has neither key nor e-mail is told apart by name and number. */
export const likenessOf = ({ name, phone }: { name: string; phone: string | null }): string =>
  `${name.trim().toLowerCase()}\n${(phone ?? '').replaceAll(/\D/g, '')}`;
