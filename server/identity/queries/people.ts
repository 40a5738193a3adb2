import type { Role } from '@smooth/contract/identity/roles.ts';
import { sql } from 'kysely';
import { byId, byText, listing, type Place } from '../../core/db/listing.ts';
import { publicQuery } from '../../core/tenant/gate.ts';
import { send, type TenantDb, tenantQuery } from '../../core/tenant/tenant.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { passTokenHash } from '../rules/pass-token.ts';
import { permissionsIn } from './permissions.ts';

export const userById = (id: string) => publicQuery.selectFrom('public.users').selectAll().where('id', '=', id);

export const passByToken = (purpose: PassPurpose, token: string) =>
  publicQuery
    .selectFrom('public.passes')
    .select(['tenant_id', 'mode', 'detail'])
    .where('purpose', '=', purpose)
    .where('token_hash', '=', passTokenHash(token));
type PassPurpose = PublicTables['public.passes']['purpose'];

export const hasTotp = sql<boolean>`EXISTS (
  SELECT FROM public.totp WHERE totp.user_id = users.id AND confirmed_at IS NOT NULL)`;

/** What somebody has set up beside their password. */
export const secondFactorsOf = (userId: string) =>
  publicQuery
    .selectFrom('public.users')
    .select([
      hasTotp.as('has_totp'),
      sql<boolean>`EXISTS (SELECT FROM public.passkeys WHERE passkeys.user_id = users.id)`.as('has_passkeys'),
      sql<number>`(SELECT count(*)::int FROM public.recovery_codes AS codes WHERE codes.user_id = users.id AND used_at IS NULL)`.as(
        'recovery_codes_left',
      ),
    ])
    .where('public.users.id', '=', userId);

export const linkedResources = (userId: string) =>
  tenantQuery.selectFrom('resources').select('id').where('user_id', '=', userId);

const staff = tenantQuery
  .selectFrom('public.users')
  .select(['id', 'name', 'email', 'role', 'is_active', permissionsIn('public.users.id').as('permissions')])
  .where('role', 'in', ['TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF']);

/** Those of the business and mode, by the policy of the rows. */
export const staffOfBusiness = staff.orderBy('name');
export const staffFound = (place: Place) => place.of(staff);
export const staffList = listing('staff', { name: [byText('public.users.name'), byId('public.users.id')] });

export const memberById = (id: string) => staff.where('id', '=', id);
export const memberOf = async (tx: TenantDb, id: string): Promise<StaffRow | undefined> =>
  (await send(tx, memberById(id)))[0][0];

export interface StaffRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  is_active: boolean;
  permissions: string[];
}
