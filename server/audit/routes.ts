import { getAuditEntry, getPlatformAuditEntry, listAudit, listPlatformAudit } from '@smooth/contract/audit/audit.ts';
import type { Core } from '../core/core.ts';
import { found } from '../core/errors.ts';
import type { Routes } from '../core/http/route.ts';
import { askConsole } from '../core/tenant/gate.ts';
import { ask } from '../core/tenant/tenant.ts';
import './policy.ts';
import { presentEntry, presentPlatformEntry } from './present.ts';
import { auditCursor, only, ownAudit, type ShownEntry, wholeAudit } from './queries.ts';

const keyOf = (row: ShownEntry): [string] => [row.id];

export function auditRoutes({ open, read }: Routes, core: Core): void {
  read(listAudit, { may: 'audit.read' }, async ({ tenant, query: { cursor, ...search } }) => {
    const rows = await ask(tenant, ownAudit({ ...search, after: auditCursor.read(cursor) }));
    return auditCursor.page(rows, { limit: search.limit, keyOf, present: presentEntry });
  });
  read(getAuditEntry, { may: 'audit.read' }, async ({ tenant, params: { id } }) =>
    presentEntry(found((await ask(tenant, ownAudit(only(id))))[0])),
  );
  const whole = { may: 'platform_audit.read', place: 'platform' } as const;
  open(listPlatformAudit, whole, async ({ query: { cursor, ...search } }) => {
    const rows = await askConsole(core.database, wholeAudit({ ...search, after: auditCursor.read(cursor) }));
    return auditCursor.page(rows, { limit: search.limit, keyOf, present: presentPlatformEntry });
  });
  open(getPlatformAuditEntry, whole, async ({ params: { id } }) =>
    presentPlatformEntry(found((await askConsole(core.database, wholeAudit(only(id))))[0])),
  );
}
