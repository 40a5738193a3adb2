import type { Role } from '@smooth/contract/identity/roles.ts';
import { type InferResult, sql } from 'kysely';
import type { Core } from '../../core/core.ts';
import { byId, byText, listing, type Place } from '../../core/db/listing.ts';
import { containing } from '../../core/db/like.ts';
import { askConsole, publicQuery } from '../../core/tenant/gate.ts';
import { permissionsIn } from './permissions.ts';

export const peopleList = listing('platform_users', { name: [byText('lower(users.name)'), byId('users.id')] });

export interface PeopleSearch {
  q?: string | undefined;
  role?: Role | undefined;
  tenant_id?: string | undefined;
}

const people = publicQuery
  .selectFrom('public.users')
  .leftJoin('public.tenants', 'public.tenants.id', 'public.users.tenant_id')
  .select([
    'public.users.id',
    'public.users.revision',
    'public.users.name',
    'public.users.email',
    'public.users.role',
    'public.users.is_active',
    'public.users.is_sandbox',
    'public.users.tenant_id',
    'public.users.created_at',
    'public.tenants.name as tenant_name',
    'public.tenants.subdomain',
    'public.tenants.is_temporary',
    permissionsIn('public.users.id').as('permissions'),
  ]);

/** People by name, over the platform and all businesses. */
export function peopleFound({ q, role, tenant_id }: PeopleSearch, place: Place) {
  let query = people;
  if (role) query = query.where('public.users.role', '=', role);
  if (tenant_id) query = query.where('public.users.tenant_id', '=', tenant_id);
  if (q) {
    const text = containing(q.toLowerCase());
    query = query.where(sql<boolean>`(lower(users.name) LIKE ${text} OR users.email LIKE ${text})`);
  }
  return place.of(query);
}

export type PersonRow = InferResult<typeof people>[number];

export const personById = async ({ database }: Pick<Core, 'database'>, id: string): Promise<PersonRow | undefined> =>
  (await askConsole(database, people.where('public.users.id', '=', id)))[0];
