import * as contract from '@smooth/contract/platform/overview.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Core } from '../../core/core.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { askConsole } from '../../core/tenant/gate.ts';
import '../policy.ts';
import { newestVersion } from '../present/tenants.ts';
import { overviewRow } from '../queries/overview.ts';

export function overviewRoutes({ open }: Routes, core: Core): void {
  open(contract.getPlatformOverview, { may: 'platform_overview.read', place: 'platform' }, async ({ now }) => {
    const { overview, counted_at } = found((await askConsole(core.database, overviewRow(now, newestVersion)))[0]);
    return { ...overview, counted_at: counted_at === null ? null : formatInstant(counted_at) };
  });
}
