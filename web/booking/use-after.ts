import { useEffect, useState } from 'react';

/** False at first, true once the time has passed: what loads faster than a blink shows nothing in between. */
export function useAfter(milliseconds = 100): boolean {
  const [isAfter, setIsAfter] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsAfter(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isAfter;
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setMatches(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return matches;
}

/** Whole seconds until an instant, never below zero; ticks only in the last two minutes. Null without an instant. */
export function useSecondsUntil(instant: string | null): number | null {
  const [now, setNow] = useState(Date.now);
  const left = instant === null ? null : Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
  useEffect(() => {
    if (left === null || left === 0) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), left > 121 ? (left - 120) * 1000 : 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
