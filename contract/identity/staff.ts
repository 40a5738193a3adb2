import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { can, Id, idParams, page, pageQuery } from '../core/fields.ts';
import { tenantRoles } from './roles.ts';

export const StaffMember = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: z.enum(tenantRoles),
  is_active: z.boolean(),
  permissions: z.array(z.string()).describe('Actions that this person was given beyond their role'),
  can: can('permit', 'grant', 'deactivate', 'masquerade'),
});
export type StaffMember = z.output<typeof StaffMember>;

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/v1/staff',
  summary: 'The people of the business who can sign in',
  tag: 'staff',
  scope: 'staff:read',
  query: z.strictObject(pageQuery),
  responses: { 200: page(StaffMember) },
});

export const getStaffMember = endpoint({
  method: 'GET',
  path: '/api/v1/staff/:id',
  summary: 'One person of the business',
  tag: 'staff',
  scope: 'staff:read',
  params: idParams,
  responses: { 200: StaffMember },
});
