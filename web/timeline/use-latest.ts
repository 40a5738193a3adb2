import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The newest value for listeners that stay: read when something happens, never while drawing. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
