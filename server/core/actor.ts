import type { Role } from '@smooth/contract/identity/roles.ts';

/** Who does something. What they may do follows from the role and the policies, never from the kind. */
export interface Actor {
  kind: 'user' | 'customer' | 'system';
  id: string | null;
  name: string;
  /** Null: nobody is signed in. */
  role: Role | null;
  /** The staff resources linked to this person. */
  resource_ids: readonly string[];
  /** The customer this person is. */
  customer_id: string | null;
  /** What they may do beyond their role, in this mode and at this instant: given for good … */
  permitted?: ReadonlySet<string>;
  /** … or for a while. */
  granted?: ReadonlySet<string>;
  /** Who acts as this person, where somebody does. */
  masquerader?: { id: string; name: string };
  /** The token of the public API in whose name a program acts for this person. */
  token?: { id: string; name: string };
}

/** Who did it, as it is written down: while somebody acts as somebody, both; by a token, the token too. */
export const authorOf = ({ kind, id, name, masquerader, token }: Actor) => ({
  kind,
  id,
  name,
  ...(masquerader && { masquerader }),
  ...(token && { token }),
});

/** The same as a name. */
export const signatureOf = ({ name, masquerader, token }: Actor): string => {
  const by = masquerader ?? token;
  return by ? `${name} (${by.name})` : name;
};

export const visitor: Actor = {
  kind: 'customer',
  id: null,
  name: 'Visitor',
  role: null,
  resource_ids: [],
  customer_id: null,
};
export const system: Actor = {
  kind: 'system',
  id: null,
  name: 'SmoothSchedule',
  role: null,
  resource_ids: [],
  customer_id: null,
};

/** People of the business are not bound by what binds its customers: notice, window, grid. */
export const isBusiness = (actor: Actor): boolean =>
  actor.role === 'TENANT_OWNER' || actor.role === 'TENANT_MANAGER' || actor.role === 'TENANT_STAFF';
