import type { Selectable } from 'kysely';
import { at } from '../../core/db/raw.ts';
import type { Core } from '../../core/core.ts';
import { askGate, publicQuery } from '../../core/tenant/gate.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';
import type { PublicTables } from '../../schema/public-tables.ts';

export type ExportRow = Selectable<PublicTables['public.exports']>;

const standing = (now: number) =>
  tenantQuery.selectFrom('public.exports').selectAll().where('expires_at', '>', at(now));

export const exportsFound = (now: number) => standing(now).orderBy('id', 'desc').limit(20);
export const exportById = (id: string, now: number) => standing(now).where('id', '=', id);

export async function isAnyAskedFor({ database }: Pick<Core, 'database'>): Promise<boolean> {
  const waiting = publicQuery
    .selectFrom('public.exports')
    .select('status')
    .where('status', 'in', ['waiting', 'running'])
    .limit(1);
  return (await askGate(database, waiting)).length > 0;
}
