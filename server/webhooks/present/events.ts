import { eventCatalogue } from '@smooth/contract/webhooks/catalogue.ts';
import type { RecordedEvent } from '@smooth/contract/webhooks/recorded.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Tenant } from '../../core/tenant/tenant.ts';
import type { EventRow } from '../queries/events.ts';

const payloads = new Map(eventCatalogue.map(({ event }) => [event.type as string, event.payload]));

/** An event as others see it: with what the contract says of its type, and nothing else that may have been written down. */
export const presentEvent = (
  row: EventRow,
  { row: { id, subdomain }, mode }: Pick<Tenant, 'row' | 'mode'>,
): RecordedEvent => ({
  id: row.id,
  type: row.type,
  occurred_at: formatInstant(row.occurred_at),
  mode,
  business: { id, subdomain },
  subject_id: row.subject_id,
  revision: row.revision,
  data: shown(row),
});

/** One that was written down by an older release may lack a field; it is told without its details rather than not at all. */
function shown({ type, payload }: EventRow): Record<string, unknown> {
  const read = payloads.get(type)?.safeParse(payload);
  return read?.success ? read.data : {};
}
