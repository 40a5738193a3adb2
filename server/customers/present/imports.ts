import type { CustomerImport } from '@smooth/contract/customers/imports.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { ExportedRow, ImportRecord } from '../queries/imports.ts';
import { csvText } from '../rules/csv.ts';

export const presentImport = (row: ImportRecord): CustomerImport => ({
  ...row,
  problems: [...row.problems],
  created_at: formatInstant(row.created_at),
});

/** The headings are those an import knows, so that a file that left can come back. */
export const customersCsv = (rows: readonly ExportedRow[]): string =>
  csvText([
    [
      'Id',
      'Name',
      'E-mail',
      'Phone',
      'Tags',
      'Notes',
      'Locale',
      'Time zone',
      'Blocked',
      'Appointments',
      'Last',
      'Added',
    ],
    ...rows.map((row) => [
      row.id,
      row.name,
      row.email,
      row.phone,
      row.tags.join('; '),
      row.notes,
      row.locale,
      row.time_zone,
      row.is_blocked ? 'yes' : 'no',
      row.appointments,
      row.last_start === null ? null : formatInstant(row.last_start),
      formatInstant(row.created_at),
    ]),
  ]);
