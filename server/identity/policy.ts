import type { Role } from '@smooth/contract/identity/roles.ts';
import { always, policy, when } from '../core/policy.ts';

interface Person {
  id: string;
  role: Role;
}

const staffOnly = when<Person>((actor, { id, role }) => id !== actor.id && role === 'TENANT_STAFF');
const staffAndManagers = when<Person>(
  (actor, { id, role }) => id !== actor.id && (role === 'TENANT_STAFF' || role === 'TENANT_MANAGER'),
);

export const staffPolicy = policy<Person>({
  'staff.read': { TENANT_OWNER: always, TENANT_MANAGER: always, TENANT_STAFF: always },
  'staff.permit': { TENANT_OWNER: staffAndManagers, TENANT_MANAGER: staffOnly },
  'staff.deactivate': { TENANT_OWNER: staffAndManagers, TENANT_MANAGER: staffOnly },
  'staff.invite': { TENANT_OWNER: always, TENANT_MANAGER: always },
  'staff.invite_manager': { TENANT_OWNER: always },
  'grant.read': { TENANT_OWNER: always, TENANT_MANAGER: always },
  'grant.create': { TENANT_OWNER: staffAndManagers, TENANT_MANAGER: staffOnly },
});

const otherPlatformPeople = when<Person>((actor, { id, role }) => id !== actor.id && role.startsWith('PLATFORM_'));
const intoThePlatform = when<Person>((_, { role }) => role.startsWith('PLATFORM_'));
const supportOnly = when<Person>((_, { role }) => role === 'PLATFORM_SUPPORT');

/** Superusers change anybody of the platform, its managers only those of support. */
export const platformPeoplePolicy = policy<Person>({
  'platform_user.read': { SUPERUSER: always, PLATFORM_MANAGER: always, PLATFORM_SUPPORT: always },
  'platform_user.invite': { SUPERUSER: intoThePlatform, PLATFORM_MANAGER: supportOnly },
  'platform_user.edit': { SUPERUSER: otherPlatformPeople, PLATFORM_MANAGER: supportOnly },
  'platform_user.set_role': { SUPERUSER: otherPlatformPeople },
  'platform_user.permit': { SUPERUSER: otherPlatformPeople, PLATFORM_MANAGER: supportOnly },
  'platform_grant.read': { SUPERUSER: always, PLATFORM_MANAGER: always },
  'platform_grant.create': { SUPERUSER: otherPlatformPeople, PLATFORM_MANAGER: supportOnly },
  can_approve_plugins: { SUPERUSER: always },
  can_whitelist_urls: { SUPERUSER: always },
});

/** Who may try at all; as whom is `rules/masquerade`. */
export const masqueradePolicy = policy<unknown>({
  'masquerade.start': {
    SUPERUSER: always,
    PLATFORM_SUPPORT: when(() => true),
    PLATFORM_SALES: when(() => true),
    TENANT_OWNER: when(() => true),
  },
});
