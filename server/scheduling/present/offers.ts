import { formatInstant } from '@smooth/engine/instant.ts';
import type { Zone } from '@smooth/engine/types.ts';
import { ReadyText } from '../../core/http/route.ts';
import type { SeatOffer } from '../queries/offers.ts';

/**
 * Offers as the text of the answer. A month can hold thousands; neighbours share their list of resources, whose text is
 * made once.
 */
export function offersJson({ zone, offers }: { zone: Zone; offers: readonly SeatOffer[] }): ReadyText {
  const texts = new Map<readonly string[], string>();
  const idsText = (ids: readonly string[]) => {
    const text = texts.get(ids) ?? (ids.length === 0 ? '[]' : `["${ids.join('","')}"]`);
    texts.set(ids, text);
    return text;
  };
  const items = offers.map(({ start, end, resource_ids, class_id, seats_left }) => {
    const seats = class_id === undefined ? '' : `,"class_id":"${class_id}","seats_left":${seats_left}`;
    return `{"start":"${formatInstant(start)}","end":"${formatInstant(end)}","resource_ids":${idsText(resource_ids)}${seats}}`;
  });
  return new ReadyText(`{"time_zone":${JSON.stringify(zone)},"data":[${items.join(',')}]}`);
}
