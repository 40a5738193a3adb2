import type { Service } from '@smooth/contract/scheduling/services.ts';
import type { WeeklyWindow } from '@smooth/engine/types.ts';
import { duration, type Format } from '../app/format.ts';
import { weekdays, windowsOf } from '../scheduling/week.ts';

/** Days with the same hours together, in the order of the week: `Mon – Fri 09:00 – 18:00`. */
export function weekLines(week: readonly WeeklyWindow[], { wall, locale }: Pick<Format, 'wall' | 'locale'>): string[] {
  const weekdayName = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // The first of January 2024 is a Monday.
  const nameOf = (weekday: number) => weekdayName.format(Date.UTC(2024, 0, weekday));
  const runs: { from: number; to: number; hours: string }[] = [];
  for (const weekday of weekdays) {
    const hours = windowsOf(week, weekday)
      .map(({ start, end }) => `${wall(start)} – ${wall(end)}`)
      .join(', ');
    const last = runs.at(-1);
    if (last?.hours === hours) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, hours });
  }
  return runs
    .filter(({ hours }) => hours)
    .map(({ from, to, hours }) => `${from === to ? nameOf(from) : `${nameOf(from)} – ${nameOf(to)}`} ${hours}`);
}

type Rules = Pick<Service, 'min_notice_minutes' | 'window_days' | 'window_from_on' | 'window_until_on'>;

/** How early and how late customers may book: `2 h to 60 days ahead`. */
function aheadWords(rules: Rules, day: Format['day']): string {
  const notice = rules.min_notice_minutes > 0 ? duration(rules.min_notice_minutes) : null;
  const { window_from_on: from, window_until_on: until } = rules;
  if (from && until) return `from ${day(from)} to ${day(until)}`;
  if (from) return `from ${day(from)}`;
  if (until) return `until ${day(until)}`;
  const furthest = rules.window_days === null ? null : duration(rules.window_days * 1440);
  if (notice && furthest) return `${notice} to ${furthest} ahead`;
  if (furthest) return `up to ${furthest} ahead`;
  return notice ? `at least ${notice} ahead` : 'at any time';
}

type Notice = Pick<Service, 'cancel_notice_minutes' | 'reschedule_notice_minutes'>;

/** Until when customers may change their mind. */
function changeWords({ cancel_notice_minutes: cancel, reschedule_notice_minutes: move }: Notice): string {
  const until = (minutes: number) => (minutes > 0 ? `until ${duration(minutes)} before` : 'until the start');
  return cancel === move ? `Cancelled or moved ${until(cancel)}` : `Cancelled ${until(cancel)}, moved ${until(move)}`;
}

/** What binds customers of a service, in one line. */
export const ruleWords = (
  service: Rules & Notice & Pick<Service, 'online' | 'needs_approval'>,
  day: Format['day'],
): string =>
  [
    service.online ? `Booked online ${aheadWords(service, day)}` : 'Booked by your team only',
    changeWords(service),
    ...(service.needs_approval ? ['Needs approval'] : []),
  ].join('. ') + '.';
