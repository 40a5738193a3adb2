export const platformRoles = ['SUPERUSER', 'PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT'] as const;
export const tenantRoles = ['TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF', 'CUSTOMER'] as const;
export const roles = [...platformRoles, ...tenantRoles] as const;

export type PlatformRole = (typeof platformRoles)[number];
export type TenantRole = (typeof tenantRoles)[number];
export type Role = PlatformRole | TenantRole;
export type Mode = 'live' | 'sandbox';
