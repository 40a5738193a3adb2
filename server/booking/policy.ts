import { always, policy } from '../core/policy.ts';

/** Customers who sign in: each sees what is their own, by who they are and not by what they ask for. */
export const portalPolicy = policy<unknown>({
  'portal.read': { CUSTOMER: always },
});
