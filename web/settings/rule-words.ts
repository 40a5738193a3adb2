import type { Service } from '@smooth/contract/scheduling/services.ts';
import type { WeeklyWindow } from '@smooth/engine/types.ts';
import { type SpeechOf } from '../words/use-speech.tsx';
import type { Format } from '../app/format.ts';
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

interface Manner {
  format: Pick<Format, 'day' | 'duration'>;
  speech: SpeechOf<'settings'>;
}

/** How early and how late customers may book: `2 hr to 60 days ahead`. */
function aheadWords(rules: Rules, { format: { day, duration }, speech: { text } }: Manner): string {
  const notice = rules.min_notice_minutes > 0 ? duration(rules.min_notice_minutes) : null;
  const { window_from_on: from, window_until_on: until } = rules;
  if (from && until) return text('when_between', { from: day(from), until: day(until) });
  if (from) return text('when_from', { from: day(from) });
  if (until) return text('when_until', { until: day(until) });
  const furthest = rules.window_days === null ? null : duration(rules.window_days * 1440);
  if (notice && furthest) return text('when_notice_window', { notice, furthest });
  if (furthest) return text('when_window', { furthest });
  return notice ? text('when_notice', { notice }) : text('when_any');
}

type Notice = Pick<Service, 'cancel_notice_minutes' | 'reschedule_notice_minutes'>;

/** Until when customers may change their mind. */
function changeWords(
  { cancel_notice_minutes: cancel, reschedule_notice_minutes: move }: Notice,
  { format: { duration }, speech: { text } }: Manner,
): string {
  const until = (minutes: number) =>
    minutes > 0 ? text('until_before', { length: duration(minutes) }) : text('until_start');
  if (cancel !== move) return text('change_apart', { cancel: until(cancel), move: until(move) });
  return cancel > 0 ? text('change_both_before', { length: duration(cancel) }) : text('change_both_start');
}

/** What binds customers of a service, in one line. */
export function ruleWords(
  service: Rules & Notice & Pick<Service, 'online' | 'needs_approval'>,
  format: Manner['format'],
  speech: Manner['speech'],
): string {
  const { text } = speech;
  return [
    service.online ? text('rule_online', { when: aheadWords(service, { format, speech }) }) : text('rule_team'),
    changeWords(service, { format, speech }),
    ...(service.needs_approval ? [text('rule_approval')] : []),
  ].join(' ');
}
