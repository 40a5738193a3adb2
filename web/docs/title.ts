import { useEffect } from 'react';

/** The title of a page, in the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · SmoothSchedule`;
  }, [title]);
}
