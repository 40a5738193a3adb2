import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Failed } from '../ui/states.tsx';
import { discover } from './where.ts';

const shells = {
  business: lazy(() => import('./shells/business-app.tsx')),
  platform: lazy(() => import('./shells/platform-app.tsx')),
  front: lazy(() => import('./shells/front.tsx')),
};
const Docs = lazy(() => import('../docs/docs.tsx'));

/** Finds out where the visitor stands, then opens that shell. */
export function Entry() {
  // The documentation is the same everywhere, also for whoever is not signed in.
  return location.pathname.startsWith('/docs') ? (
    <Suspense fallback={null}>
      <Docs />
    </Suspense>
  ) : (
    <Place />
  );
}

function Place() {
  const where = useQuery({ queryKey: ['where'], queryFn: discover, staleTime: Infinity, retry: false });
  if (where.isError) return <Failed error={where.error} onRetry={() => void where.refetch()} />;
  if (!where.data) return null;
  const Shell = shells[where.data];
  return (
    <Suspense fallback={null}>
      <Shell />
    </Suspense>
  );
}
