import type { Business } from '@smooth/contract/tenancy/business.ts';
import type { Actor } from '../core/actor.ts';
import type { TenantRow } from '../core/tenant/gate.ts';
import { businessPolicy } from './policy.ts';

/** A business as its people see it. */
export const presentBusiness = (row: TenantRow, actor: Actor): Business => ({
  id: row.id,
  revision: row.revision,
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
  api_enabled: row.entitlements.permissions.public_api,
  webhooks_enabled: row.entitlements.permissions.webhooks,
  can: { edit: businessPolicy.may(actor, 'business.edit', null) },
});
