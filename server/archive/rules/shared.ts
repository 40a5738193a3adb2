import { Id } from '@smooth/contract/core/fields.ts';
import { z } from 'zod';

const Stamp = z.iso.datetime({ offset: true }).max(40);
const Mode = z.enum(['live', 'sandbox']);
const Name = z.string().min(1).max(120);
const Email = z
  .string()
  .max(254)
  .regex(/^[^@\s]+@[^@\s]+$/)
  .refine((text) => text === text.toLowerCase(), 'write it in small letters');

/** Argon2id as we make it, and never so dear that a single sign-in would hold up the machine. */
const PasswordHash = z
  .string()
  .max(200)
  .regex(/^\$argon2id\$v=19\$m=\d{1,6},t=\d,p=\d\$[\w+/]+\$[\w+/]+$/);

const User = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  role: z.enum(['TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF', 'CUSTOMER']),
  is_sandbox: z.boolean(),
  email: Email,
  name: Name,
  password_hash: PasswordHash.nullable(),
  locale: z.string().max(35).nullable(),
  is_active: z.boolean(),
  email_verified_at: Stamp.nullable(),
  created_at: Stamp,
  updated_at: Stamp,
});

const UserPermission = z.strictObject({
  user_id: Id,
  mode: Mode,
  action: z.string().min(3).max(60),
  given_by: Id,
  given_at: Stamp,
});

const StaffInvitation = z.strictObject({
  id: Id,
  mode: Mode,
  role: z.enum(['TENANT_MANAGER', 'TENANT_STAFF']),
  email: Email,
  name: Name,
  permissions: z.array(z.string().max(60)).max(200),
  invited_by: Id,
  created_at: Stamp,
  expires_at: Stamp,
  accepted_at: Stamp.nullable(),
  revoked_at: Stamp.nullable(),
});

const Domain = z.strictObject({
  id: Id,
  hostname: z
    .string()
    .max(253)
    .regex(/^(?=.*\.)[a-z0-9.-]+$/),
  created_at: Stamp,
});

export interface SharedTable {
  name: string;
  columns: string[];
  /** What a row of an archive may be; null: it is there to be read and is not imported. */
  row: z.ZodObject | null;
  orderBy: string;
}

const taken = (name: string, row: z.ZodObject, orderBy = 'id'): SharedTable => ({
  name,
  columns: Object.keys(row.shape),
  row,
  orderBy,
});

/** Never sessions, links, second factors or recovery codes: they open nothing where the archive is imported. */
export const sharedTables: readonly SharedTable[] = [
  taken('users', User),
  taken('user_permissions', UserPermission, 'user_id, mode, action'),
  taken('staff_invitations', StaffInvitation),
  taken('domains', Domain),
  {
    name: 'audit',
    columns:
      'id mode occurred_at action actor_id actor_email acting_as_id acting_as_email subject_id subject_email ip_address session_key reason detail'.split(
        ' ',
      ),
    row: null,
    orderBy: 'id',
  },
];
