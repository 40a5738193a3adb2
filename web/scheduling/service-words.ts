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
