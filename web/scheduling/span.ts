import { addDays, minutesOfWall } from '@smooth/engine/date.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { localDateOf, resolveWall, startOfDay } from '@smooth/engine/zone.ts';
import type { Zone } from '@smooth/engine/types.ts';
import { type SpeechOf } from '../words/use-speech.tsx';
import { ms } from '../app/format.ts';
import { wallAt } from './times.ts';

/** A stretch of time as it is typed: whole days (the last one included), or with times. */
export interface Span {
  isWholeDays: boolean;
  fromOn: string;
  fromAt: string;
  untilOn: string;
  untilAt: string;
}

export const daySpan = (on: string): Span => ({
  isWholeDays: true,
  fromOn: on,
  fromAt: '09:00',
  untilOn: on,
  untilAt: '17:00',
});

/** Its instants, half open; null while something is missing or the end does not come after the start. */
export function spanBounds(span: Span, zone: Zone): { start: string; end: string } | null {
  if (spanFault(span)) return null;
  const at = (on: string, wall: string, edge: 'start' | 'end') => resolveWall(zone, on, minutesOfWall(wall), edge);
  const start = span.isWholeDays ? startOfDay(zone, span.fromOn) : at(span.fromOn, span.fromAt, 'start');
  const end = span.isWholeDays ? startOfDay(zone, addDays(span.untilOn, 1)) : at(span.untilOn, span.untilAt, 'end');
  return start < end ? { start: formatInstant(start), end: formatInstant(end) } : null;
}

type SpanFault = 'both_days' | 'last_before_first' | 'both_times' | 'end_after';

function spanFault({ isWholeDays, fromOn, fromAt, untilOn, untilAt }: Span): SpanFault | null {
  if (!fromOn || !untilOn) return 'both_days';
  if (isWholeDays) return untilOn < fromOn ? 'last_before_first' : null;
  if (!fromAt || !untilAt) return 'both_times';
  return `${untilOn}T${untilAt}` <= `${fromOn}T${fromAt}` ? 'end_after' : null;
}

/** What is wrong with it, in one sentence; null when it can be kept. */
export function spanProblem(span: Span, { text }: SpeechOf<'scheduling'>): string | null {
  const fault = spanFault(span);
  return fault && text(fault, { time: span.fromAt });
}

/** The span of two instants; whole days when both lie at a midnight of the place. */
export function spanOf(start: string, end: string, zone: Zone): Span {
  const isWholeDays = isMidnight(start, zone) && isMidnight(end, zone);
  return {
    isWholeDays,
    fromOn: localDateOf(zone, ms(start)),
    fromAt: wallAt(start, zone),
    untilOn: localDateOf(zone, isWholeDays ? ms(end) - 1 : ms(end)),
    untilAt: wallAt(end, zone),
  };
}

export const isMidnight = (instant: string, zone: Zone): boolean =>
  startOfDay(zone, localDateOf(zone, ms(instant))) === ms(instant);
