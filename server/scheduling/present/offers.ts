import { formatInstant } from '@smooth/engine/instant.ts';
import type { Zone } from '@smooth/engine/types.ts';
import { ReadyText } from '../../core/http/ready.ts';
import type { SeatOffer } from '../queries/offers.ts';

/** Texts of sets of resources: the engine gives the same array for the same set. */
const idTexts = new WeakMap<readonly string[], string>();

function idsText(ids: readonly string[]): string {
  const text = idTexts.get(ids) ?? (ids.length === 0 ? '[]' : `["${ids.join('","')}"]`);
  idTexts.set(ids, text);
  return text;
}

/**
 * Offers as the bytes of the answer. A month can hold thousands, half a megabyte: each copy less counts. All of it is
 * ASCII: instants, ids and the name of a zone.
 */
export function offersJson({ zone, offers }: { zone: Zone; offers: readonly SeatOffer[] }): ReadyText {
  const parts = offers.map(({ start, end, resource_ids, class_id, seats_left }) => {
    const seats = class_id === undefined ? '' : `,"class_id":"${class_id}","seats_left":${seats_left}`;
    return `{"start":"${formatInstant(start)}","end":"${formatInstant(end)}","resource_ids":${idsText(resource_ids)}${seats}}`;
  });
  return new ReadyText(Buffer.from(`{"time_zone":${JSON.stringify(zone)},"data":[${parts.join(',')}]}`, 'latin1'));
}
