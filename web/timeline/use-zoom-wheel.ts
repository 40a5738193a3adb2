import { type RefObject, useEffect } from 'react';
import { mostZoom } from './timeline-search.ts';
import { useLatest } from './use-latest.ts';
import type { useLook } from './use-look.ts';

const NOTCH = 40;

/** Ctrl and the wheel, or two fingers on a touch pad. */
export function useZoomWheel(
  scroller: RefObject<HTMLElement | null>,
  { search, change }: ReturnType<typeof useLook>,
  isReady: boolean,
): void {
  const latest = useLatest({ search, change });
  useEffect(() => {
    const element = isReady ? scroller.current : null;
    let turned = 0;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      turned += event.deltaY;
      if (Math.abs(turned) < NOTCH) return;
      const zoom = (latest.current.search.zoom ?? 0) - Math.sign(turned);
      turned = 0;
      if (Math.abs(zoom) <= mostZoom) latest.current.change({ zoom: zoom === 0 ? undefined : zoom });
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [scroller, isReady, latest]);
}
