import { type Tier, tiers } from '@smooth/contract/tenancy/entitlements.ts';

/** Plans are names, the same in every language. */
export const tierName: Record<Tier, string> = {
  FREE: 'Free',
  STARTER: 'Starter',
  PROFESSIONAL: 'Professional',
  ENTERPRISE: 'Enterprise',
};

export const tierChoices = tiers.map((value) => ({ value, label: tierName[value] }));
