import type { Business } from '@smooth/contract/tenancy/business.ts';
import type { TenantRow } from '../core/tenant/gate.ts';

export const presentBusiness = (row: TenantRow): Business => ({
  id: row.id,
  name: row.name,
  subdomain: row.subdomain,
  status: row.status,
  time_zone: row.time_zone,
  currency: row.currency,
  locale: row.locale,
  address: row.address,
  phone: row.phone,
  email: row.email,
  branding: { color: row.brand_color, logo_url: row.logo_url, tagline: row.tagline },
  sandbox_enabled: row.sandbox_enabled,
});
