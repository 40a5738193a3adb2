import type { LocationUses } from '../queries/locations.ts';
import { some } from './resource-type.ts';

/** Why a location stays, and what to do first; null where it may go. */
export function locationKept({
  resource_names,
  closure_names,
  was_booked,
  is_only,
}: LocationUses & { is_only: boolean }) {
  const facts = { resources: resource_names, closures: closure_names, was_booked, is_only };
  if (resource_names.length > 0)
    return { facts, detail: `Resources are at it: ${some(resource_names)}. Move them to another location first.` };
  if (closure_names.length > 0)
    return { facts, detail: `It has closures of its own: ${some(closure_names)}. Delete them first.` };
  if (was_booked) return { facts, detail: 'It was booked before, and what took place there is kept.' };
  return is_only ? { facts, detail: 'It is the only location. Add another one first.' } : null;
}
