/** What a token of the public API may be allowed to reach; an endpoint without a scope is out of every token's reach. */
export const scopeResources = [
  'appointments',
  'availability',
  'blocks',
  'business',
  'classes',
  'closures',
  'customers',
  'events',
  'holds',
  'locations',
  'messages',
  'reports',
  'resource_types',
  'resources',
  'services',
  'staff',
  'tickets',
  'time_off',
  'webhooks',
] as const;
export type ScopeResource = (typeof scopeResources)[number];
export type Scope = `${ScopeResource}:${'read' | 'write'}`;

/** What is only looked at: there is nothing that a token could write. */
const readOnly: readonly ScopeResource[] = ['availability', 'events', 'messages', 'reports', 'staff'];

/** Every scope there is, reading before writing; writing does not include reading. */
export const scopes: readonly Scope[] = scopeResources.flatMap((resource): Scope[] =>
  readOnly.includes(resource) ? [`${resource}:read`] : [`${resource}:read`, `${resource}:write`],
);
