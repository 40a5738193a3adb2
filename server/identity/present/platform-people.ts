import { type PlatformUser, platformSwitches } from '@smooth/contract/platform/users.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Actor } from '../../core/actor.ts';
import { isGivable, mayGive } from '../../core/policy.ts';
import { platformPeoplePolicy } from '../policy.ts';
import type { PersonRow } from '../queries/platform-people.ts';
import { boundMode } from '../rules/bound.ts';
import { mayActAs } from './people.ts';

/** Somebody of the platform or of a business, as the console shows them to this actor. */
export function presentPerson(row: PersonRow, actor: Actor): PlatformUser {
  const isOfPlatform = row.tenant_id === null;
  const may = (action: Parameters<typeof platformPeoplePolicy.may>[1]) =>
    isOfPlatform && platformPeoplePolicy.may(actor, action, row);
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    email: row.email,
    role: row.role,
    is_active: row.is_active,
    is_sandbox: row.is_sandbox,
    tenant: row.tenant_id === null ? null : { id: row.tenant_id, name: row.tenant_name!, subdomain: row.subdomain! },
    permissions: row.permissions,
    switches: isOfPlatform ? switchesOf(row, actor, may('platform_user.permit')) : [],
    created_at: formatInstant(row.created_at),
    can: {
      edit: may('platform_user.edit'),
      set_role: may('platform_user.set_role'),
      permit: may('platform_user.permit'),
      grant: may('platform_grant.create'),
      masquerade: mayActAs(actor, null, { ...row, is_temporary: row.is_temporary === true }),
      // Of those who belong to both modes, one is chosen.
      choose_mode: !isOfPlatform && boundMode(row) === null,
    },
  };
}

/** What somebody has can be taken by whoever may permit; what is new, they must have themselves. */
const switchesOf = ({ role, permissions }: PersonRow, actor: Actor, mayPermit: boolean): PlatformUser['switches'] =>
  platformSwitches.map((action) => {
    const is_on = permissions.includes(action);
    return { action, is_on, can_change: mayPermit && (is_on || (isGivable(action, role) && mayGive(actor, action))) };
  });
