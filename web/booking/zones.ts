/** Zones for people: what clock they show at an instant and how to call them. */

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant: `YYYY-MM-DD` and the hour, 0 to 23, and the whole as sortable text. */
export function wallIn(instant: string, zone: string): { date: string; hour: number; text: string } {
  let clock = clocks.get(zone);
  if (!clock) {
    const digits = '2-digit';
    clock = new Intl.DateTimeFormat('en-CA-u-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
    });
    clocks.set(zone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const date = `${part['year']}-${part['month']}-${part['day']}`;
  return { date, hour: Number(part['hour']), text: `${date} ${part['hour']}:${part['minute']}` };
}

/** Whether two zones show the same clock at an instant; Berlin and Paris do, always. */
export const showSameClock = (instant: string, one: string, other: string): boolean =>
  one === other || wallIn(instant, one).text === wallIn(instant, other).text;

/** `America/Argentina/Buenos_Aires` is called Buenos Aires. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** All zones by region, for a choice. */
export function zonesByRegion(): [region: string, zones: string[]][] {
  const regions = new Map<string, string[]>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const region = zone.includes('/') ? (zone.split('/')[0] ?? '') : 'UTC';
    regions.set(region, [...(regions.get(region) ?? []), zone]);
  }
  return [...regions];
}
