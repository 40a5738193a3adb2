import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { HEAD } from './board.ts';
import { useLatest } from './use-latest.ts';
import { isSameWindow, type Viewport, windowOf } from './stack.ts';

export interface Size {
  width: number;
  height: number;
}

/** The size of an element, known before the first paint. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const read = () => {
      const { clientWidth: width, clientHeight: height } = watched;
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** What has to be drawn. Scrolling asks for something new only when the window is left, which is seldom. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  tops: readonly number[],
  size: Size | null,
  names: number,
) {
  const [at, setAt] = useState({ top: 0, left: 0 });
  const isFirst = useFirstPicture(size !== null);
  const window = useMemo(
    () => (size ? windowOf(tops, viewportOf(at, size, names), isFirst) : null),
    [tops, at, size, names, isFirst],
  );
  const latest = useLatest({ tops, size, names });
  const update = useCallback(() => {
    const element = scroller.current;
    const { tops: all, size: shown, names: column } = latest.current;
    if (!element || !shown) return;
    const next = { top: element.scrollTop, left: element.scrollLeft };
    setAt((before) =>
      isSameWindow(windowOf(all, viewportOf(before, shown, column)), windowOf(all, viewportOf(next, shown, column)))
        ? before
        : next,
    );
  }, [scroller, latest]);
  return { window, update };
}

const viewportOf = (at: { top: number; left: number }, size: Size, names: number): Viewport => ({
  ...at,
  width: size.width - names,
  height: size.height - HEAD,
});

/** True until something was painted. */
function useFirstPicture(isReady: boolean): boolean {
  const [isFirst, setFirst] = useState(true);
  useEffect(() => {
    if (!isReady || !isFirst) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setFirst(false), 100);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isReady, isFirst]);
  return isFirst;
}
