import type { TypeUses } from '../queries/resource-types.ts';

/** Staff, room and equipment mean something to the rest of the house. */
export const isOwnType = ({ is_builtin }: { is_builtin: boolean }): boolean => !is_builtin;

/** Why a type stays, and what to do first; null where it may go. */
export function typeKept({ resource_names, service_names }: TypeUses) {
  const facts = { resources: resource_names, services: service_names };
  if (resource_names.length > 0)
    return { facts, detail: `Resources are of this type: ${some(resource_names)}. Give them another one first.` };
  if (service_names.length > 0)
    return { facts, detail: `Services ask for it: ${some(service_names)}. Take it out there first.` };
  return null;
}

/** As many names as a sentence bears. */
export const some = (names: readonly string[]): string => names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : '');
