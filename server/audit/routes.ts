import { getAuditEntry, getPlatformAuditEntry, listAudit, listPlatformAudit } from '@smooth/contract/audit/audit.ts';
import type { Core } from '../core/core.ts';
import { found } from '../core/errors.ts';
import type { Routes } from '../core/http/route.ts';
import { askConsole } from '../core/tenant/gate.ts';
import { ask } from '../core/tenant/tenant.ts';
import './policy.ts';
import { presentEntry, presentPlatformEntry } from './present.ts';
import { auditList, ownAudit, wholeAudit, wholeAuditList } from './queries.ts';

/** The newest first. */
const order = '-id';

export function auditRoutes({ open, read }: Routes, core: Core): void {
  read(listAudit, { may: 'audit.read' }, async ({ tenant, query }) => {
    const place = auditList.at({ ...query, order });
    return place.page(await ask(tenant, place.of(ownAudit(query))), presentEntry);
  });
  read(getAuditEntry, { may: 'audit.read' }, async ({ tenant, params: { id } }) =>
    presentEntry(found((await ask(tenant, ownAudit({ id })))[0])),
  );
  const whole = { may: 'platform_audit.read', place: 'platform' } as const;
  open(listPlatformAudit, whole, async ({ query }) => {
    const place = wholeAuditList.at({ ...query, order });
    return place.page(await askConsole(core.database, place.of(wholeAudit(query))), presentPlatformEntry);
  });
  open(getPlatformAuditEntry, whole, async ({ params: { id } }) =>
    presentPlatformEntry(found((await askConsole(core.database, wholeAudit({ id })))[0])),
  );
}
