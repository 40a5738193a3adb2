import type { Weekday, WeeklyWindow } from '@smooth/engine/types.ts';
import { minutesOfWall } from '@smooth/engine/date.ts';
import { type SpeechOf } from '../words/use-speech.tsx';

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export type DayWindow = { start: string; end: string };

export const windowsOf = (week: readonly WeeklyWindow[], weekday: Weekday): DayWindow[] =>
  week.filter((window) => window.weekday === weekday).map(({ start, end }) => ({ start, end: shown(end) }));

/** The week with one day replaced; days stay in order. */
export const withDay = (week: readonly WeeklyWindow[], weekday: Weekday, windows: DayWindow[]): WeeklyWindow[] =>
  [...week.filter((window) => window.weekday !== weekday), ...windows.map((window) => ({ weekday, ...window }))].sort(
    (a, b) => a.weekday - b.weekday,
  );

/** One day's windows on other days too. */
export const copied = (week: readonly WeeklyWindow[], from: Weekday, to: readonly Weekday[]): WeeklyWindow[] =>
  to.reduce<WeeklyWindow[]>((filled, weekday) => withDay(filled, weekday, windowsOf(week, from)), [...week]);

/** A window to add to a day: after its last one, or a usual working day. */
export function nextWindow(windows: DayWindow[]): DayWindow {
  const last = windows.at(-1);
  if (!last) return { start: '09:00', end: '17:00' };
  const start = Math.min(minutesOfWall(last.end) + 60, 22 * 60);
  return { start: wall(start), end: wall(Math.min(start + 120, 23 * 60 + 45)) };
}

/** A lunch break to begin with. */
export const firstBreak = (): DayWindow => ({ start: '12:00', end: '13:00' });

/** What is wrong with a day's windows, in one sentence; null when they can be kept. */
export function dayProblem(windows: DayWindow[], { text }: SpeechOf<'scheduling'>): string | null {
  if (windows.some(({ start, end }) => !start || !end)) return text('both_times');
  if (windows.some(({ start, end }) => start === end)) return text('end_differs');
  const spans = windows
    .map(({ start, end }) => {
      const from = minutesOfWall(start);
      const until = minutesOfWall(end);
      return { from, until: until <= from ? until + 1440 : until };
    })
    .sort((a, b) => a.from - b.from);
  const overlaps = spans.some(({ from }, index) => index > 0 && from < spans[index - 1]!.until);
  return overlaps ? text('times_overlap') : null;
}

export const weekProblem = (week: readonly WeeklyWindow[], speech: SpeechOf<'scheduling'>): string | null =>
  weekdays.map((weekday) => dayProblem(windowsOf(week, weekday), speech)).find(Boolean) ?? null;

/** Open minutes of a week, breaks not taken off. */
export const weekMinutes = (week: readonly WeeklyWindow[]): number =>
  week.reduce((sum, { start, end }) => {
    const length = minutesOfWall(end) - minutesOfWall(start);
    return sum + (length <= 0 ? length + 1440 : length);
  }, 0);

/** The end of a day is 00:00 to a time field; the contract reads both alike. */
const shown = (end: string) => (end === '24:00' ? '00:00' : end);
const wall = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
