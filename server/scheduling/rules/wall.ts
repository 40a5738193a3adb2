import type { Instant, Zone } from '@smooth/engine/types.ts';
import { wallOf } from '@smooth/engine/zone.ts';

/** The wall time of an instant as the database keeps it, `YYYY-MM-DD HH:MM:00`. */
export function wallText(zone: Zone, instant: Instant): string {
  const { date, minutes } = wallOf(zone, instant);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${date} ${two(minutes / 60)}:${two(minutes % 60)}:00`;
}
