import { type Scope, type ScopeResource, scopeResources, scopes } from '@smooth/contract/core/scopes.ts';

/** One row of the matrix: what a resource can be allowed. */
export interface ScopeRow {
  resource: ScopeResource;
  read: Scope;
  /** Null where there is nothing to write. */
  write: Scope | null;
}

const known = new Set<string>(scopes);

export const scopeRows: readonly ScopeRow[] = scopeResources.map((resource) => ({
  resource,
  read: `${resource}:read`,
  write: known.has(`${resource}:write`) ? `${resource}:write` : null,
}));

export const readingScopes: readonly Scope[] = scopeRows.map(({ read }) => read);

export const withScope = (chosen: readonly Scope[], scope: Scope, isOn: boolean): Scope[] =>
  scopes.filter((one) => (one === scope ? isOn : chosen.includes(one)));

/** The resources of some scopes in order, each with what is allowed. */
export function grouped(chosen: readonly string[]): { resource: ScopeResource; read: boolean; write: boolean }[] {
  return scopeRows.flatMap(({ resource, read, write }) => {
    const found = { resource, read: chosen.includes(read), write: write !== null && chosen.includes(write) };
    return found.read || found.write ? [found] : [];
  });
}
