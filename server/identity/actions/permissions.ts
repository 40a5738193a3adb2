import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { createGrant } from '@smooth/contract/identity/permissions.ts';
import type { Mode, Role } from '@smooth/contract/identity/roles.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { demandNone, wrong } from '../../core/field-errors.ts';
import { sql } from 'kysely';
import { at } from '../../core/db/raw.ts';
import { found } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { isGivable, mayGive } from '../../core/policy.ts';
import type { PublicDb } from '../../core/tenant/gate.ts';
import { type GrantRow, grantsIn } from '../queries/permissions.ts';

/** Who gives something to whom, where. */
export interface Giving {
  actor: Actor;
  to: { id: string; role: Role };
  tenant_id: string | null;
  mode: Mode;
  now: Instant;
}

/** Replaces what somebody was given for good. What they have already stays theirs; what is new, the giver must have. */
export async function replacePermissions(
  tx: PublicDb,
  giving: Giving,
  actions: readonly string[],
): Promise<PermissionChanges> {
  const before = await permissionsOf(tx, giving.to.id, giving.mode);
  const wanted = [...new Set(actions)];
  const added = wanted.filter((action) => !before.includes(action));
  const removed = before.filter((action) => !wanted.includes(action));
  const pointer = (index: number) => `/body/permissions/${index}`;
  demandGivable(giving.actor, giving.to.role, { actions: wanted, added, pointer });
  return changePermissions(tx, giving, { added, removed });
}

/** Gives or takes a single one; what others give or take meanwhile stays. */
export async function switchPermission(
  tx: PublicDb,
  giving: Giving,
  { action, is_on }: { action: string; is_on: boolean },
): Promise<PermissionChanges> {
  const isChange = (await permissionsOf(tx, giving.to.id, giving.mode)).includes(action) !== is_on;
  const added = isChange && is_on ? [action] : [];
  const removed = isChange && !is_on ? [action] : [];
  demandGivable(giving.actor, giving.to.role, { actions: added, added, pointer: () => '/body/is_on' });
  return changePermissions(tx, giving, { added, removed });
}

export type PermissionChanges = { added: string[]; removed: string[] };

async function changePermissions(
  tx: PublicDb,
  { actor, to, tenant_id, mode, now }: Giving,
  { added, removed }: PermissionChanges,
): Promise<PermissionChanges> {
  if (removed.length > 0)
    await tx
      .deleteFrom('public.user_permissions')
      .where('user_id', '=', to.id)
      .where('mode', '=', mode)
      .where('action', 'in', removed)
      .execute();
  const about = { user_id: to.id, tenant_id, mode, given_by: actor.id!, given_at: new Date(now) };
  if (added.length > 0)
    await tx
      .insertInto('public.user_permissions')
      .values(added.map((action) => ({ ...about, action })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return { added, removed };
}

const permissionsOf = async (tx: PublicDb, userId: string, mode: Mode): Promise<string[]> => {
  const rows = await tx
    .selectFrom('public.user_permissions')
    .select('action')
    .where('user_id', '=', userId)
    .where('mode', '=', mode)
    .execute();
  return rows.map(({ action }) => action);
};

interface Wanted {
  actions: readonly string[];
  added: readonly string[];
  pointer: (index: number) => string;
}

/** Nobody gives what they do not have, and nobody gets what means nothing to their role. */
export function demandGivable(actor: Actor, to: Role, { actions, added, pointer }: Wanted): void {
  demandNone(
    actions.flatMap((action, index) => {
      if (!added.includes(action)) return [];
      if (!isGivable(action, to)) return [wrong(pointer(index), `${action} cannot be given to this person`)];
      return mayGive(actor, action) ? [] : [wrong(pointer(index), `You do not have ${action} yourself`, 'not_yours')];
    }),
  );
}

/** Gives a permission for a while. */
export async function grant(
  tx: PublicDb,
  { actor, to, tenant_id, mode, now }: Giving,
  { action, reason, minutes }: Omit<BodyOf<typeof createGrant>, 'grantee_id'>,
): Promise<GrantRow> {
  demandGivable(actor, to.role, { actions: [action], added: [action], pointer: () => '/body/action' });
  const id = newId(now);
  await tx
    .insertInto('public.permission_grants')
    .values({
      id,
      tenant_id,
      mode,
      grantor_id: actor.id!,
      grantee_id: to.id,
      action,
      reason,
      created_at: new Date(now),
      expires_at: new Date(now + minutes * MINUTE),
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
  return found(await grantsIn(tx, tenant_id, [id]).executeTakeFirst());
}

/** Takes back those that still hold; answers them. */
export const revokeGrants = (
  tx: PublicDb,
  { actor, tenant_id, now }: Pick<Giving, 'actor' | 'tenant_id' | 'now'>,
  ids: readonly string[],
) =>
  tx
    .updateTable('public.permission_grants')
    .set({ revoked_at: new Date(now), revoked_by: actor.id })
    .where('id', 'in', [...ids])
    .where('tenant_id', 'is not distinct from', tenant_id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at(now))
    .returning([
      'id',
      'action',
      'grantee_id',
      sql<string>`(SELECT email FROM public.users WHERE users.id = grantee_id)`.as('grantee_email'),
    ])
    .execute();
