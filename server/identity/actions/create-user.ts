import { SHORTEST_PASSWORD } from '@smooth/contract/identity/passwords.ts';
import { type Role, platformRoles, roles } from '@smooth/contract/identity/roles.ts';
import { z } from 'zod';
import pg from 'pg';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { hashPassword } from './sign-in.ts';

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  /** Null: somebody who cannot sign in with a password yet. */
  password: string | null;
  tenant_id?: string | null;
  is_sandbox?: boolean;
  locale?: string | null;
}

/**
 * Makes an account; answers its id. On the owner's connection, because accounts stand in the shared schema. Refuses with
 * a pointer at the field: a role without its tenant or with one too many, a weak password, an e-mail that is no address
 * or is taken in the modes this account lives in.
 */
export async function createUser(owner: pg.ClientBase, given: NewUser): Promise<string> {
  refuseUnfitUser(given);
  const id = newId();
  const password_hash = given.password === null ? null : await hashPassword(given.password);
  const { tenant_id = null, is_sandbox = false, locale = null, role } = given;
  const values = [id, tenant_id, role, is_sandbox, given.email.toLowerCase(), given.name.trim(), password_hash, locale];
  try {
    await owner.query(
      `INSERT INTO public.users (id, tenant_id, role, is_sandbox, email, name, password_hash, locale, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), now())`,
      values,
    );
    return id;
  } catch (error) {
    throw asRefusal(error, given);
  }
}

/** What can be told of a new account without looking. */
export function refuseUnfitUser({ email, name, password, role }: NewUser): void {
  if (!roles.includes(role)) throw fieldRefusal('/body/role', `Use one of the roles ${roles.join(', ')}`);
  if (!z.email().max(254).safeParse(email).success)
    throw fieldRefusal('/body/email', 'Write a whole e-mail address such as maya@salon.example');
  if (name.trim().length === 0 || name.trim().length > 120)
    throw fieldRefusal('/body/name', 'Write a name of 1 to 120 characters');
  if (password !== null && password.length < SHORTEST_PASSWORD)
    throw fieldRefusal('/body/password', `Use ${SHORTEST_PASSWORD} characters or more for the password`);
}

/** The rules stand in the database; here they get their words. */
function asRefusal(error: unknown, { email, role, tenant_id }: NewUser): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  switch (error.constraint) {
    case 'tenant_role_needs_tenant':
      return fieldRefusal('/body/tenant_id', `The role ${role} needs a business: name the one it belongs to`);
    case 'platform_role_has_no_tenant':
      return fieldRefusal(
        '/body/tenant_id',
        `${platformRoles.join(', ')} belong to no business: leave the business out, or choose another role than ${role}`,
      );
    case 'sandbox_accounts_are_staff_or_customers':
      return fieldRefusal('/is_sandbox', `${role} lives in both modes and has one account for them`);
    case 'email_once_per_tenant_and_mode':
      return new Refused('duplicate', {
        detail: tenant_id
          ? `Somebody of this business has ${email} already`
          : `Somebody of the platform has ${email} already`,
        errors: [{ pointer: '/body/email', code: 'duplicate', detail: `${email} is taken` }],
      });
    case 'users_tenant_id_fkey':
      return fieldRefusal('/body/tenant_id', 'There is no such business');
    default:
      return error;
  }
}
