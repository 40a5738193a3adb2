import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import type { Line, ServiceForm } from './service-form.ts';

type Terms = ServiceForm['resource_terms'][number];
type Shaped = Pick<ServiceForm, 'kind' | 'requires' | 'resource_terms'>;

/**
 * Who may have a duration or price of their own: all who can fill the line that decides already, or else the first one
 * that people fill. Nobody where several work at once, or in a class.
 */
export function decidingPool({ kind, requires, resource_terms }: Shaped, resources: readonly Resource[]): Resource[] {
  const poolOf = (line: Line) => resources.filter((one) => canFill(line, one));
  const first = (isIt: (one: Resource) => boolean) => requires.find((line) => poolOf(line).some(isIt));
  const line =
    first(({ id }) => resource_terms.some(({ resource_id }) => resource_id === id)) ??
    first(({ type }) => type === 'staff') ??
    requires[0];
  if (kind === 'class' || !line || line.quantity > 1) return [];
  return poolOf(line).filter(
    ({ id, is_active }) => is_active || resource_terms.some(({ resource_id }) => resource_id === id),
  );
}

/** The list with one resource's terms changed; who has none of their own leaves it. */
export function withTerms(list: readonly Terms[], id: string, change: Partial<Terms>): Terms[] {
  const before = list.find(({ resource_id }) => resource_id === id);
  const after = { resource_id: id, duration_minutes: null, price_minor: null, ...before, ...change };
  const isEmpty = after.duration_minutes === null && after.price_minor === null;
  if (before) return list.flatMap((one) => (one !== before ? [one] : isEmpty ? [] : [after]));
  return isEmpty ? [...list] : [...list, after];
}

/** What is saved: the terms of those who can still do it. */
export function keptTerms(form: Shaped, resources: readonly Resource[]): Terms[] {
  const ids = new Set(decidingPool(form, resources).map(({ id }) => id));
  return form.resource_terms.filter(({ resource_id }) => ids.has(resource_id));
}

const canFill = ({ type, resource_ids }: Line, one: Resource): boolean =>
  resource_ids.length > 0 ? resource_ids.includes(one.id) : one.type === type;
