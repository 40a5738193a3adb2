import type { Entitlements, LimitName } from '@smooth/contract/tenancy/entitlements.ts';
import { Refused } from '../../core/errors.ts';

const things: Record<LimitName, string> = {
  staff: 'active team members',
  locations: 'locations',
  services: 'active services',
  appointments_per_month: 'appointments a month',
  domains: 'domains of its own',
};

const remedies: Record<LimitName, string> = {
  staff: 'Make one inactive, or ask the platform for a larger plan.',
  locations: 'Use one that is there, or ask the platform for a larger plan.',
  services: 'Make one inactive, or ask the platform for a larger plan.',
  appointments_per_month: 'Ask the platform for a larger plan; the count begins anew on the first of the month.',
  domains: 'Remove one, or ask the platform for a larger plan.',
};

/** How many of these a business may have; null is without limit. */
export const limitIn = ({ limits }: Entitlements, name: LimitName): number | null => limits[name];

/** Refuses one more where as many as allowed are there; says which limit it is and what to do. */
export function refuseBeyond(name: LimitName, { allowed, used }: { allowed: number; used: number }): void {
  if (used < allowed) return;
  throw new Refused('limit_reached', {
    detail: `The plan of this business includes ${allowed} ${things[name]}. ${remedies[name]}`,
    facts: { limit: name, allowed, used },
  });
}
