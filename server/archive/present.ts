import type { BusinessExport } from '@smooth/contract/archive/exports.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { ExportRow } from './queries/exports.ts';

export const presentExport = (row: ExportRow): BusinessExport => ({
  id: row.id,
  status: row.status,
  done: row.done,
  total: row.total,
  bytes: row.bytes,
  created_at: formatInstant(row.created_at),
  ready_at: row.ready_at === null ? null : formatInstant(row.ready_at),
  expires_at: formatInstant(row.expires_at),
});
