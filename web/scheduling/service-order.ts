import type { Service } from '@smooth/contract/scheduling/services.ts';

/** The list with one of its members at another place; places outside of it are its ends. */
export function movedTo(ids: readonly string[], id: string, index: number): string[] {
  const others = ids.filter((other) => other !== id);
  const at = Math.min(others.length, Math.max(0, index));
  return [...others.slice(0, at), id, ...others.slice(at)];
}

/** Categories in the order of their first service, those without one first. */
export function byCategory(services: readonly Service[]): [string, Service[]][] {
  const ordered = [...services].sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));
  const groups = new Map<string, Service[]>();
  for (const service of ordered) {
    const category = service.category ?? '';
    groups.set(category, [...(groups.get(category) ?? []), service]);
  }
  return [...groups].sort(([a], [b]) => Number(a !== '') - Number(b !== ''));
}

/** All services at their new places, after those of one category were put into the order of `ids`. */
export function reordered(services: readonly Service[], ids: readonly string[]): Service[] {
  const known = new Map(services.map((service) => [service.id, service]));
  const isMoved = (service: Service) => ids.includes(service.id);
  return byCategory(services)
    .flatMap(([, members]) => (members.some(isMoved) ? ids.flatMap((id) => known.get(id) ?? []) : members))
    .map((service, position) => ({ ...service, position }));
}
