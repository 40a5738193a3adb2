import { listAudit, listPlatformAudit } from '@smooth/contract/audit/audit.ts';
import type { Core } from '../core/core.ts';
import type { Routes } from '../core/http/route.ts';
import { askConsole } from '../core/tenant/gate.ts';
import { ask } from '../core/tenant/tenant.ts';
import './policy.ts';
import { presentEntry } from './present.ts';
import { auditCursor, ownAudit, type ShownEntry, wholeAudit } from './queries.ts';

export function auditRoutes({ open, read }: Routes, core: Core): void {
  read(listAudit, { may: 'audit.read' }, async ({ tenant, query: { cursor, ...search } }) =>
    pageOf(await ask(tenant, ownAudit({ ...search, after: auditCursor.read(cursor) })), search.limit),
  );
  open(listPlatformAudit, { may: 'platform_audit.read', place: 'platform' }, async ({ query: { cursor, ...search } }) =>
    pageOf(await askConsole(core.database, wholeAudit({ ...search, after: auditCursor.read(cursor) })), search.limit),
  );
}

const pageOf = (rows: ShownEntry[], limit: number) =>
  auditCursor.page(rows, { limit, keyOf: (row) => [row.id], present: presentEntry });
