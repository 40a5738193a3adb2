import type { Overview } from '@smooth/contract/scheduling/overview.ts';

/** The days as a table for a spreadsheet: plain numbers, dates as ISO 8601, money in whole units with its currency. */
export function daysCsv({ days }: Overview, minorDigits: number): string {
  const head = ['date', 'booked', 'completed', 'no_shows', 'cancelled', 'expected', 'currency'];
  const rows = days.map(({ on, booked, completed, no_shows, cancelled, expected }) => [
    on,
    booked,
    completed,
    no_shows,
    cancelled,
    (expected.amount_minor / 10 ** minorDigits).toFixed(minorDigits),
    expected.currency,
  ]);
  return `${[head, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
}
