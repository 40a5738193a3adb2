import { Id } from '@smooth/contract/core/fields.ts';
import type { Role } from '@smooth/contract/identity/roles.ts';
import { type InferResult, sql } from 'kysely';
import { z } from 'zod';
import type { Core } from '../../core/core.ts';
import { cursor } from '../../core/db/cursor.ts';
import { containing } from '../../core/db/like.ts';
import { askConsole, publicQuery } from '../../core/tenant/gate.ts';
import { permissionsIn } from './permissions.ts';

export const peopleCursor = cursor(z.tuple([z.string(), Id]));

export interface PeopleSearch {
  q?: string | undefined;
  role?: Role | undefined;
  tenant_id?: string | undefined;
  id?: string;
  limit: number;
  after: readonly [string, string] | null;
}

/** People by name, over the platform and all businesses. */
export function peopleFound({ q, role, tenant_id, id, limit, after }: PeopleSearch) {
  let query = publicQuery
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
      sql<string>`lower(users.name)`.as('sort_name'),
    ])
    .orderBy('sort_name')
    .orderBy('public.users.id')
    .limit(limit + 1);
  if (id) query = query.where('public.users.id', '=', id);
  if (role) query = query.where('public.users.role', '=', role);
  if (tenant_id) query = query.where('public.users.tenant_id', '=', tenant_id);
  if (q) {
    const text = containing(q.toLowerCase());
    query = query.where(sql<boolean>`(lower(users.name) LIKE ${text} OR users.email LIKE ${text})`);
  }
  return after ? query.where(sql<boolean>`(lower(users.name), users.id) > (${after[0]}, ${after[1]}::uuid)`) : query;
}

export type PersonRow = InferResult<ReturnType<typeof peopleFound>>[number];

export const personById = async ({ database }: Pick<Core, 'database'>, id: string): Promise<PersonRow | undefined> =>
  (await askConsole(database, peopleFound({ id, limit: 1, after: null })))[0];
