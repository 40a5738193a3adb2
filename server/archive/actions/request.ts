import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { DAY } from '@smooth/engine/instant.ts';
import type { Core } from '../../core/core.ts';
import { found, Refused } from '../../core/errors.ts';
import { ReadyFile } from '../../core/http/ready.ts';
import { newId } from '../../core/ids.ts';
import { ask, type Tenant, type TenantDb } from '../../core/tenant/tenant.ts';
import { exportById, type ExportRow } from '../queries/exports.ts';
import { exportFile } from './files.ts';

/** How long an archive can be downloaded. */
export const KEPT_MS = 7 * DAY;

/** One at a time for each business: a second one would say the same. */
export async function requestExport(tx: TenantDb, asked_by: string, now: number): Promise<ExportRow> {
  const row = await tx
    .insertInto('public.exports')
    .values({
      id: newId(now),
      tenant_id: tx.tenant.id,
      mode: tx.tenant.mode,
      asked_by,
      created_at: new Date(now),
      expires_at: new Date(now + KEPT_MS),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Refused('in_use', { detail: 'An export is being made already. Wait until it is ready.' });
  return row;
}

/** The archive as it lies on the disk of this machine. */
export async function openExport(
  { config }: Pick<Core, 'config'>,
  tenant: Tenant,
  id: string,
  now: number,
): Promise<ReadyFile> {
  const [row] = await ask(tenant, exportById(id, now));
  const { status } = found(row);
  const path = exportFile(config.dataDir, id);
  const size =
    status === 'ready'
      ? await stat(path).then(
          (file) => file.size,
          () => null,
        )
      : null;
  if (size === null) throw new Refused('link_expired', { detail: 'This archive is not there. Ask for a new one.' });
  return new ReadyFile(createReadStream(path), size);
}
