/** Every zone of this browser, the own one too, with its offset at that moment: `America/New York (UTC−4)`. */
export function zoneOptions(own: string, now: number): { value: string; label: string }[] {
  const zones = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
  return zones.map((zone) => ({ value: zone, label: zoneWords(zone, now) }));
}

/** `America/New York (UTC−4)`. */
export const zoneWords = (zone: string, now: number) => `${zone.replaceAll('_', ' ')} (${offsetOf(zone, now)})`;

function offsetOf(zone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return offset.replace('GMT', 'UTC').replace('-', '−');
}
