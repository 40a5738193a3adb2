/** Local dates as `YYYY-MM-DD`, months as `YYYY-MM`, weekdays 1 (Monday) to 7. No zone: a date is a date. */

const day = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => text(utc(date) + days * day);
export const weekdayOf = (date: string): number => new Date(utc(date)).getUTCDay() || 7;
export const monthOf = (date: string): string => date.slice(0, 7);
export const firstOf = (month: string): string => `${month}-01`;

export function addMonths(month: string, months: number): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return text(Date.UTC(year, index - 1 + months, 1)).slice(0, 7);
}

export const lastOf = (month: string): string => addDays(firstOf(addMonths(month, 1)), -1);

/** The same day of another month, or its last day where it is shorter. */
export function sameDayIn(date: string, month: string): string {
  const wanted = `${month}-${date.slice(8)}`;
  return wanted > lastOf(month) ? lastOf(month) : wanted;
}

/** The seven days of the week that holds a date. */
export function weekOf(date: string, firstWeekday: number): string[] {
  const start = addDays(date, -((weekdayOf(date) - firstWeekday + 7) % 7));
  return Array.from({ length: 7 }, (_, i) => addDays(start, i));
}

/** The weeks of a month; days of its neighbours are null. */
export function weeksOf(month: string, firstWeekday: number): (string | null)[][] {
  const weeks: (string | null)[][] = [];
  for (let week = weekOf(firstOf(month), firstWeekday); (week[0] ?? '') <= lastOf(month);) {
    weeks.push(week.map((date) => (monthOf(date) === month ? date : null)));
    week = week.map((date) => addDays(date, 7));
  }
  return weeks;
}

/** Where a key of the ARIA grid pattern leads from a date; null for keys that do not move. */
export function dayByKey(date: string, key: string, firstWeekday: number): string | null {
  const week = weekOf(date, firstWeekday);
  const moves: Record<string, () => string> = {
    ArrowLeft: () => addDays(date, -1),
    ArrowRight: () => addDays(date, 1),
    ArrowUp: () => addDays(date, -7),
    ArrowDown: () => addDays(date, 7),
    Home: () => week[0] ?? date,
    End: () => week[6] ?? date,
    PageUp: () => sameDayIn(date, addMonths(monthOf(date), -1)),
    PageDown: () => sameDayIn(date, addMonths(monthOf(date), 1)),
  };
  return moves[key]?.() ?? null;
}

/** The weekday on which weeks begin where a locale is spoken. */
export function firstWeekdayOf(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? (/^en(-US)?$/.test(locale) ? 7 : 1);
}
