import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { ColumnType } from 'kysely';
import type { At, Defaulted } from '../core/db/types.ts';

/** Archives of a business that were asked for. */
export interface ExportTable {
  id: string;
  tenant_id: string;
  mode: Mode;
  asked_by: string;
  status: Defaulted<'waiting' | 'running' | 'ready' | 'failed'>;
  done: Defaulted<number>;
  total: Defaulted<number>;
  bytes: ColumnType<number | null, undefined, number>;
  attempts: Defaulted<number>;
  error: ColumnType<string | null, undefined, string | null>;
  created_at: At;
  ready_at: ColumnType<number | null, undefined, Date>;
  expires_at: At;
}
