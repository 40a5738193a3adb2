import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import type { Service } from '@smooth/contract/scheduling/services.ts';

/** The active resources that could fill some line of the service. */
export function candidatesOf(service: Pick<Service, 'requires'>, resources: Resource[]): Resource[] {
  return resources.filter(
    ({ id, type, is_active }) =>
      is_active &&
      service.requires.some((line) =>
        line.resource_ids.length > 0 ? line.resource_ids.includes(id) : line.type === type,
      ),
  );
}
