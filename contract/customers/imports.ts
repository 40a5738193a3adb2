import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, idParams, InstantText, Revision, ShortText } from '../core/fields.ts';
import { customerFilter } from './customers.ts';

export const MOST_IMPORT_BYTES = 5_000_000;
export const MOST_IMPORT_ROWS = 50_000;
/** Of the rows with a problem so many are told one by one; the rest is counted. */
export const MOST_PROBLEMS = 1000;

export const importFields = [
  'key',
  'name',
  'first_name',
  'last_name',
  'email',
  'phone',
  'tags',
  'notes',
  'locale',
  'time_zone',
] as const;
export type ImportField = (typeof importFields)[number];

export const rowProblemCodes = [
  'no_name',
  'not_email',
  'not_phone',
  'not_time_zone',
  'not_language',
  'not_taken',
  'too_many_tags',
  'same_person',
  'other_customer',
  'quotation_open',
] as const;

export const RowProblem = z.object({
  row: z.int().describe('As a spreadsheet counts: the headings are row 1'),
  column: z.string().nullable(),
  code: z.enum(rowProblemCodes),
  facts: z.record(z.string(), z.string()).describe('What the sentence speaks of, for saying it in another language'),
  problem: z.string().describe('The same as a sentence in English'),
});
export type RowProblem = z.output<typeof RowProblem>;

const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);

/** The file as bytes, whose encoding is found out, or as text. */
const file = z.strictObject({
  file_name: ShortText,
  base64: z
    .string()
    .max(Math.ceil(MOST_IMPORT_BYTES / 3) * 4)
    .optional(),
  text: z.string().max(MOST_IMPORT_BYTES).optional(),
  known: z
    .enum(['complete', 'overwrite'])
    .default('complete')
    .describe('What happens to customers who are known: only gaps are filled, or what the file says replaces it'),
});

export const ImportPreview = z.object({
  encoding: Encoding,
  separator: z.enum([',', ';', '\t', '|']),
  columns: z.array(z.object({ heading: z.string(), field: z.enum(importFields).nullable() })),
  missing: z.array(z.enum(importFields)).describe('Columns without which nothing can be imported'),
  total: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  problems: z.array(RowProblem),
});
export type ImportPreview = z.output<typeof ImportPreview>;

export const CustomerImport = z.object({
  id: Id,
  revision: Revision,
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  file_name: z.string(),
  encoding: Encoding,
  known: z.enum(['complete', 'overwrite']),
  total: z.int(),
  done: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  problems: z.array(RowProblem),
  created_at: InstantText,
});
export type CustomerImport = z.output<typeof CustomerImport>;

/** As JSON, where a byte may be written with six. */
const max_body_bytes = MOST_IMPORT_BYTES * 2;

export const previewImport = endpoint({
  method: 'POST',
  path: '/api/v1/customer_imports/preview',
  summary: 'What a file of customers would do, row by row; nothing is changed',
  tag: 'customers',
  scope: 'customers:write',
  max_body_bytes,
  body: file,
  responses: { 200: ImportPreview },
  refusals: ['too_large', 'limit_reached'],
});

export const startImport = endpoint({
  method: 'POST',
  path: '/api/v1/customer_imports',
  summary: 'Import a file of customers in the background; the same file twice changes nothing the second time',
  tag: 'customers',
  scope: 'customers:write',
  max_body_bytes,
  body: file,
  responses: { 201: CustomerImport },
  refusals: ['too_large', 'limit_reached'],
});

export const getImport = endpoint({
  method: 'GET',
  path: '/api/v1/customer_imports/:id',
  summary: 'How far an import is, and what was refused',
  tag: 'customers',
  scope: 'customers:read',
  params: idParams,
  responses: { 200: CustomerImport },
});

export const exportCustomers = endpoint({
  method: 'GET',
  path: '/api/v1/customers/export.csv',
  summary: 'Customers as a table for a spreadsheet (RFC 4180, UTF-8)',
  tag: 'customers',
  scope: 'customers:read',
  query: z.strictObject(customerFilter),
  produces: 'text/csv',
  responses: { 200: z.string() },
});
