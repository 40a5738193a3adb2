import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import {
  type ImportPreview,
  MOST_IMPORT_BYTES,
  MOST_IMPORT_ROWS,
  MOST_PROBLEMS,
  type RowProblem,
  type startImport as endpoint,
} from '@smooth/contract/customers/imports.ts';
import { customerImportRequested, customersImported } from '@smooth/contract/scheduling/events.ts';
import { type Actor, system, authorOf } from '../../core/actor.ts';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { record } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import { ask, send, type Tenant, type TenantDb } from '../../core/tenant/tenant.ts';
import { type ImportRecord, importById, knownFor, lockImport, writePlan } from '../queries/imports.ts';
import { decoded } from '../rules/encoding.ts';
import { importPlan } from '../rules/import-plan.ts';
import { apart, type ImportFile, importRows } from '../rules/import-rows.ts';

type Uploaded = BodyOf<typeof endpoint>;

/** What the file would do, by the same rules as the import itself. */
export async function previewOf(tenant: Tenant, upload: Uploaded): Promise<ImportPreview> {
  const { text, encoding } = textOf(upload);
  const { rows, ...file } = importRows(text);
  demandSize(file.total);
  const { people, problems: wrong } = apart(rows);
  const known = people.length > 0 ? await ask(tenant, knownFor(people)) : [];
  const plan = importPlan(people, known, upload.known);
  const problems = [...wrong, ...plan.problems];
  return {
    ...file,
    encoding,
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    refused: file.missing.length > 0 ? file.total : rowsOf(problems),
    problems: problems.toSorted((a, b) => a.row - b.row).slice(0, MOST_PROBLEMS),
  };
}

/** Takes a file in; its rows are written in the background. */
export async function startImport(tx: TenantDb, upload: Uploaded, actor: Actor): Promise<ImportRecord> {
  const { text, encoding } = textOf(upload);
  const { missing, total } = importRows(text);
  demandSize(total);
  if (missing.length > 0 || total === 0)
    throw fieldRefusal(
      upload.text === undefined ? '/body/base64' : '/body/text',
      total === 0 ? 'The file has no rows below its headings' : 'The first row has no heading for the name',
    );
  const at = new Date(tx.tenant.now);
  const row = await tx
    .insertInto('customer_imports')
    .values({
      id: newId(tx.tenant.now),
      file_name: upload.file_name,
      encoding,
      known: upload.known,
      content: text,
      total,
      actor: JSON.stringify(authorOf(actor)),
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, customerImportRequested, row, actor);
}

const CHUNK = 500;

/** The rows of an import, read once for all its chunks; null where there is nothing left to do. */
export async function rowsToTake(tenant: Tenant, id: string): Promise<ImportFile['rows'] | null> {
  const [row] = await ask(tenant, importById(id));
  return row?.content == null || row.status === 'done' ? null : importRows(row.content).rows;
}

/** The next rows in one transaction with the progress, so that whoever takes over goes on where this one stopped. */
export async function takeChunk(tx: TenantDb, id: string, all: ImportFile['rows']): Promise<boolean> {
  const before = await lockImport(tx, id);
  if (!before || before.status === 'done' || before.content === null) return false;
  const chunk = all.slice(before.done, before.done + CHUNK);
  const { people, problems: wrong } = apart(chunk);
  const [known] = await send(tx, knownFor(people).forNoKeyUpdate());
  const plan = importPlan(people, known, before.known);
  const { added } = await writePlan(tx, plan);
  const problems = [...wrong, ...plan.problems];
  const done = before.done + chunk.length;
  const isOver = done >= all.length;
  await tx
    .updateTable('customer_imports')
    .set({
      revision: before.revision + 1,
      status: isOver ? 'done' : 'running',
      done,
      added: before.added + added,
      changed: before.changed + plan.changed.length,
      unchanged: before.unchanged + plan.unchanged + plan.added.length - added,
      refused: before.refused + rowsOf(problems),
      problems: JSON.stringify([...before.problems, ...problems].slice(0, MOST_PROBLEMS)),
      updated_at: new Date(tx.tenant.now),
      ...(isOver && { content: null }),
    })
    .where('id', '=', id)
    .execute();
  const fact = { subject_id: id, revision: before.revision + 1, actor: { ...system, ...before.actor } };
  await record(tx, customersImported, fact, { import_id: id, added, changed: plan.changed.length });
  return !isOver;
}

export const failImport = (tx: TenantDb, id: string) =>
  tx
    .updateTable('customer_imports')
    .set({ status: 'failed', content: null, updated_at: new Date(tx.tenant.now) })
    .where('id', '=', id)
    .where('status', '<>', 'done')
    .execute();

const rowsOf = (problems: readonly RowProblem[]) => new Set(problems.map(({ row }) => row)).size;

function textOf({ base64, text }: Uploaded) {
  if ((base64 === undefined) === (text === undefined))
    throw fieldRefusal('/body/text', 'Send the file either as text or as base64');
  const bytes = Buffer.from(base64 ?? text!, base64 === undefined ? 'utf-8' : 'base64');
  if (bytes.length > MOST_IMPORT_BYTES) throw new Refused('too_large', { detail: 'A file has 5 MB at most.' });
  return text === undefined ? decoded(bytes) : { text, encoding: 'utf-8' as const };
}

function demandSize(rows: number): void {
  if (rows <= MOST_IMPORT_ROWS) return;
  throw new Refused('limit_reached', {
    detail: `The file has ${rows} rows. Split it into files of ${MOST_IMPORT_ROWS} rows at most.`,
  });
}
