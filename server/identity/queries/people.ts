import { sql } from 'kysely';
import { publicQuery } from '../../core/tenant/gate.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';

export const userById = (id: string) => publicQuery.selectFrom('public.users').selectAll().where('id', '=', id);

/** What somebody has set up beside their password. */
export const secondFactorsOf = (userId: string) =>
  publicQuery
    .selectFrom('public.users')
    .select([
      sql<boolean>`EXISTS (SELECT FROM public.totp WHERE totp.user_id = users.id AND confirmed_at IS NOT NULL)`.as(
        'has_totp',
      ),
      sql<number>`(SELECT count(*)::int FROM public.recovery_codes AS codes WHERE codes.user_id = users.id AND used_at IS NULL)`.as(
        'recovery_codes_left',
      ),
    ])
    .where('public.users.id', '=', userId);

export const linkedResources = (userId: string) =>
  tenantQuery.selectFrom('resources').select('id').where('user_id', '=', userId);

export const staffOfBusiness = tenantQuery
  .selectFrom('public.users')
  .select(['id', 'name', 'email', 'role', 'is_active'])
  .where('role', 'in', ['TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF'])
  .orderBy('name');
