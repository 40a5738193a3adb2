import { useSpeech } from '../words/use-speech.tsx';
import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { useState } from 'react';
import { useTongue } from './tongue.ts';
import { instantAt, wallAt } from '../scheduling/times.ts';

/** A date, a start and an end as fields take them; null as long as they make no stretch of time. */
export function useTimes(start: Instant, end: Instant) {
  const { text } = useSpeech('timeline');
  const { zone, dateOf, time } = useTongue();
  const [date, setDate] = useState<string | null>(dateOf(formatInstant(start)));
  const [from, setFrom] = useState(wallAt(formatInstant(start), zone));
  const [until, setUntil] = useState(wallAt(formatInstant(end), zone));
  const first = instantAt(date, from, zone);
  const last = instantAt(date, until, zone);
  const span = first && last && last > first ? { start: Date.parse(first), end: Date.parse(last) } : null;
  const problem = first && !span ? text('end_after', { time: time(first) }) : null;
  /** Another start keeps the length. */
  const startAt = (wall: string) => {
    const next = instantAt(date, wall, zone);
    setFrom(wall);
    if (span && next) setUntil(wallAt(formatInstant(Date.parse(next) + span.end - span.start), zone));
  };
  const lasting = (minutes: number) => {
    if (first) setUntil(wallAt(formatInstant(Date.parse(first) + minutes * MINUTE), zone));
  };
  return { date, from, until, span, problem, setDate, startAt, setUntil, lasting };
}

export type Times = ReturnType<typeof useTimes>;
