import type { CustomerRow } from '../queries/customers.ts';

type Mergeable = Pick<
  CustomerRow,
  'name' | 'email' | 'phone' | 'locale' | 'time_zone' | 'notes' | 'tags' | 'is_blocked' | 'import_key'
>;

/**
 * One person from two records. What `into` has stays; what it lacks comes from `from`. A contact of `from` that has no
 * place is written into the notes, so nothing is lost, and who was blocked once stays blocked.
 */
export const merged = (from: Mergeable, into: Mergeable): Mergeable => ({
  name: into.name,
  email: into.email ?? from.email,
  phone: into.phone ?? from.phone,
  locale: into.locale ?? from.locale,
  time_zone: into.time_zone ?? from.time_zone,
  notes: [into.notes, from.notes, leftOver(from, into)].filter((text) => text.trim() !== '').join('\n\n'),
  tags: joined(into.tags, from.tags),
  is_blocked: into.is_blocked || from.is_blocked,
  import_key: into.import_key ?? from.import_key,
});

function leftOver(from: Mergeable, into: Mergeable): string {
  const rest = [
    sameText(from.name, into.name) ? null : from.name,
    into.email === null ? null : from.email,
    into.phone === null || from.phone === null || digits(from.phone) === digits(into.phone) ? null : from.phone,
  ].filter((text) => text !== null);
  return rest.length === 0 ? '' : `Also: ${rest.join(', ')}`;
}

/** Tags of both, each once however it is spelled. */
export function joined(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first.map((tag) => tag.toLowerCase()));
  return [...first, ...second.filter((tag) => !known.has(tag.toLowerCase()))];
}

const sameText = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
const digits = (phone: string) => phone.replaceAll(/\D/g, '');
