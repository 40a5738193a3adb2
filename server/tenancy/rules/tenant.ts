import { tiers } from '@smooth/contract/tenancy/entitlements.ts';
import { isZone } from '@smooth/engine/zone.ts';
import { fieldRefusal } from '../../core/errors.ts';

export const locales = ['en', 'es', 'fr', 'de'] as const;

interface Described {
  name: string;
  time_zone: string;
  currency: string;
  locale?: string;
  tier?: string;
}

/** What can be told about a new business without looking: refuses the first mistake with its field. */
export function refuseUnfitTenant({ name, time_zone, currency, locale = 'en', tier = 'FREE' }: Described): void {
  if (name.trim().length === 0 || name.length > 120)
    throw fieldRefusal('/body/name', 'Write a name of 1 to 120 characters');
  if (!isZone(time_zone)) throw fieldRefusal('/body/time_zone', 'Use an IANA time zone such as Europe/Berlin');
  if (!Intl.supportedValuesOf('currency').includes(currency))
    throw fieldRefusal('/body/currency', 'Use a currency of ISO 4217 such as EUR');
  if (!oneOf(locales, locale)) throw fieldRefusal('/body/locale', `Use one of the languages ${locales.join(', ')}`);
  if (!oneOf(tiers, tier)) throw fieldRefusal('/body/tier', `Use one of the tiers ${tiers.join(', ')}`);
}

const oneOf = (allowed: readonly string[], given: string) => allowed.includes(given);

const reserved = ['public', 'information_schema', 'extensions', 'graphile_worker'];

/**
 * The name of the live schema of a business: its sub-domain as far as that is a name of the database, else one made of
 * its id. The sandbox's has `_sandbox` behind, so no other may end like that.
 */
export function schemaNameFor(subdomain: string, id: string): string {
  const plain = subdomain.replaceAll('-', '_');
  const fits = /^[a-z][a-z0-9_]{1,47}$/.test(plain) && !/^pg_|_sandbox$/.test(plain) && !reserved.includes(plain);
  return fits ? plain : `t_${id.replaceAll('-', '').slice(-16)}`;
}
