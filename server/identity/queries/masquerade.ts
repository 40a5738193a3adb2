import type { Selectable } from 'kysely';
import { publicQuery } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';

export type TargetRow = Pick<
  Selectable<PublicTables['public.users']>,
  'id' | 'role' | 'tenant_id' | 'is_active' | 'is_sandbox' | 'email' | 'name'
> & { is_temporary: boolean | null; subdomain: string };

/** Somebody to act as, with the business they belong to; that of the platform is called `platform`. */
export const targetById = (id: string) =>
  publicQuery
    .selectFrom('public.users')
    .leftJoin('public.tenants', 'public.tenants.id', 'public.users.tenant_id')
    .select([
      'public.users.id',
      'public.users.role',
      'public.users.tenant_id',
      'public.users.is_active',
      'public.users.is_sandbox',
      'public.users.email',
      'public.users.name',
      'public.tenants.is_temporary',
    ])
    .select((is) => is.fn.coalesce('public.tenants.subdomain', is.val('platform')).as('subdomain'))
    .where('public.users.id', '=', id)
    .where((is) => is.or([is('public.tenants.status', 'is', null), is('public.tenants.status', '<>', 'closed')]));
