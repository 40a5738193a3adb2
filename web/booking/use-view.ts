import { useCallback, useEffect, useState } from 'react';

export type View = 'facts' | 'move' | 'cancel';

/** Which part of the manage page is open; the browser's Back closes it. */
export function useView() {
  const [view, setView] = useState<View>(current);
  useEffect(() => {
    const follow = () => setView(current());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const open = useCallback((next: View) => {
    history.pushState({ view: next }, '');
    setView(next);
  }, []);
  const close = useCallback(() => {
    if (current() !== 'facts') history.back();
  }, []);
  return { view, open, close };
}

const current = (): View => (history.state as { view?: View } | null)?.view ?? 'facts';
