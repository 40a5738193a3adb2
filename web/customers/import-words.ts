import type { ImportField, ImportPreview } from '@smooth/contract/customers/imports.ts';

export const fieldNames: Record<ImportField, string> = {
  key: 'Id',
  name: 'Name',
  first_name: 'First name',
  last_name: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  tags: 'Tags',
  notes: 'Notes',
  locale: 'Language',
  time_zone: 'Time zone',
};

export const encodings: Record<ImportPreview['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
};

export const rowsText = (count: number, format: (count: number) => string): string =>
  count === 1 ? '1 row' : `${format(count)} rows`;
