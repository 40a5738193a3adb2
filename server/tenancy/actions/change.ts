import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import { businessChanged, type changeBusiness } from '@smooth/contract/tenancy/business.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import type { TenantRow } from '../../core/tenant/gate.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { presentBusiness } from '../present.ts';

/** Changes what the business says of itself; both modes share it. The policy of the row lets it reach no other. */
export async function changeOwnBusiness(
  tx: TenantDb,
  { revision, branding = {}, actor, ...fields }: BodyOf<typeof changeBusiness> & { actor: Actor },
): Promise<TenantRow> {
  const { id } = tx.tenant;
  const before = found(
    await tx.selectFrom('public.tenants').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  );
  demandRevision(before, revision, (row) => presentBusiness(row, actor));
  const { color: brand_color = before.brand_color, ...words } = branding;
  const row = await tx
    .updateTable('public.tenants')
    .set({
      ...fields,
      ...words,
      brand_color: brand_color?.toLowerCase() ?? null,
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await record(tx, businessChanged, { subject_id: id, revision: row.revision, actor }, { id });
  return row;
}
