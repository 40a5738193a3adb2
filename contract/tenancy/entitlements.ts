import { z } from 'zod';

export const tiers = ['FREE', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE'] as const;
export const Tier = z.enum(tiers);
export type Tier = z.output<typeof Tier>;

/** How much a business may have; null is without limit. */
export const limitNames = ['staff', 'locations', 'services', 'appointments_per_month', 'domains'] as const;
export type LimitName = (typeof limitNames)[number];

/** What a plan may allow, in the six groups in which it is shown. */
export const permissionGroups = {
  payments: ['take_payments', 'take_deposits', 'refund_payments'],
  communication: ['send_sms', 'change_messages', 'send_campaigns'],
  customization: ['own_branding', 'custom_domains', 'hide_product_name'],
  plugins: ['use_plugins', 'write_plugins', 'call_addresses'],
  advanced: ['public_api', 'webhooks', 'export_reports'],
  enterprise: ['sandbox', 'full_audit', 'priority_support'],
} as const;
export type PermissionGroup = keyof typeof permissionGroups;
export const groupNames = Object.keys(permissionGroups) as PermissionGroup[];
export type PermissionName = (typeof permissionGroups)[PermissionGroup][number];
export const permissionNames: readonly PermissionName[] = Object.values(permissionGroups).flat();

const Limit = z.int().min(0).max(1_000_000).nullable().describe('null is without limit');
const everyOf = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);

export const Limits = everyOf(limitNames, Limit);
export type Limits = z.output<typeof Limits>;
export const Permissions = everyOf(permissionNames, z.boolean());
export type Permissions = z.output<typeof Permissions>;

/** What a plan includes, and what a business has by plan and override. */
export const Entitlements = z.strictObject({ limits: Limits, permissions: Permissions });
export type Entitlements = z.output<typeof Entitlements>;

/** What one business has otherwise than its plan says. */
export const Overrides = z.strictObject({
  limits: Limits.partial().optional(),
  permissions: Permissions.partial().optional(),
});
export type Overrides = z.output<typeof Overrides>;
