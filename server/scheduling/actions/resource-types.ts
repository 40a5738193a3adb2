import type { ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { Refused } from '../../core/errors.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';

/** Defines a kind of resource. Nothing happens to a type afterwards, so it is no fact that others react to. */
export async function addResourceType(tx: TenantDb, given: Omit<ResourceType, 'is_builtin'>): Promise<ResourceType> {
  const row = await tx
    .insertInto('resource_types')
    .values(given)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) return row;
  const detail = 'Another type has this key';
  throw new Refused('duplicate', {
    detail: `${detail}.`,
    errors: [{ pointer: '/body/key', code: 'duplicate', detail }],
  });
}
