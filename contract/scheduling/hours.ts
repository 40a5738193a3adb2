import { z } from 'zod';
import { DateText, WallTimeText } from '../core/fields.ts';

const Weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** An end at or before the start lies on the next day. */
export const WallWindow = z.strictObject({ start: WallTimeText, end: WallTimeText });
export const WeeklyWindow = z
  .strictObject({ weekday: Weekday, start: WallTimeText, end: WallTimeText })
  .describe('Open from start to end on a weekday (Monday = 1); an end at or before the start lies on the next day');
export const WeeklyHours = z.array(WeeklyWindow).max(70);

export const RecurringTime = z.strictObject({
  weekday: Weekday,
  start: WallTimeText,
  end: WallTimeText,
  from_on: DateText.nullable(),
  until_on: DateText.nullable(),
});
