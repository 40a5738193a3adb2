import type { Resource, ResourceType } from '@smooth/contract/scheduling/resources.ts';
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
