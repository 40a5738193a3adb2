import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useToday } from '../app/format-context.tsx';
import { useMay } from '../identity/api.ts';
import type { TimelineSearch } from './timeline-search.ts';

/** The picture as its address says it, and the way to change it. */
export function useLook() {
  const search: TimelineSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const today = useToday();
  const may = useMay();
  const change = useCallback(
    (changed: TimelineSearch) =>
      void navigate({
        to: '/calendar',
        search: ((before: TimelineSearch) => ({ ...before, ...changed })) as never,
        replace: !('appointment' in changed || 'view' in changed || 'date' in changed),
      }),
    [navigate],
  );
  return {
    search,
    change,
    today,
    date: search.date ?? today,
    view: search.view ?? 'day',
    coloring: search.color ?? 'service',
    mayDraw: may('appointment.create'),
  } as const;
}
