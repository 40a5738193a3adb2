import type { Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { duration } from '../app/format.ts';
import type { Line } from './service-form.ts';

/** `Staff member`, `2 × Room`, `Ana or Ben`: one line of what a service needs, in words. */
export function lineWords(line: Line, types: ResourceType[], resources: Resource[]): string {
  const named = line.resource_ids.flatMap((id) => resources.find((resource) => resource.id === id)?.name ?? []);
  const pool =
    named.length > 0
      ? named.join(' or ')
      : (types.find(({ key }) => key === line.type)?.name ?? line.type ?? 'Nothing yet');
  return line.quantity > 1 ? `${line.quantity} × ${pool}` : pool;
}

export const needsWords = (lines: Line[], types: ResourceType[], resources: Resource[]): string =>
  lines.map((line) => lineWords(line, types, resources)).join(' + ');

const listOf = (type: 'conjunction' | 'disjunction') => new Intl.ListFormat('en-GB', { type });

/** What the lines mean together, in one sentence; null while a line names nobody. */
export function requiresSentence(lines: Line[], types: ResourceType[], resources: Resource[]): string | null {
  const wanted = lines.map((line) => poolWords(line, types, resources));
  if (wanted.length === 0 || wanted.includes(null)) return null;
  const isOne = lines.length === 1 && lines[0]!.quantity === 1;
  const together = lines.length > 1 ? ' at the same time' : '';
  return `A time is on offer when ${listOf('conjunction').format(wanted as string[])} ${isOne ? 'is' : 'are'} free${together}.`;
}

function poolWords({ type, resource_ids, quantity, units }: Line, types: ResourceType[], resources: Resource[]) {
  const named = resource_ids.flatMap((id) => resources.find((resource) => resource.id === id)?.name ?? []);
  const kind = types.find(({ key }) => key === type)?.name.toLowerCase();
  const places = units > 1 ? ` with ${units} places left` : '';
  if (named.length > 0) {
    const who =
      quantity > 1 ? `${quantity} of ${listOf('conjunction').format(named)}` : listOf('disjunction').format(named);
    return `${who}${places}`;
  }
  if (!kind) return null;
  return `${quantity > 1 ? `${quantity} of any ${kind}` : `any ${kind}`}${places}`;
}

/** How long a service really occupies what it needs; null when it is just its duration. */
export function occupiedWords(length: number, before: number, after: number): string | null {
  if (before + after === 0) return null;
  const parts = [
    before > 0 ? `${duration(before)} before` : '',
    duration(length),
    after > 0 ? `${duration(after)} after` : '',
  ].filter(Boolean);
  return `Occupies what it needs for ${duration(before + length + after)}: ${parts.join(', ')}.`;
}
