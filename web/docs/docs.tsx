import { lazy, Suspense } from 'react';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { Frame } from './components/frame.tsx';
import { guideAddress, guides, ROOT } from './guides.ts';
import { ErrorsPage } from './pages/errors.tsx';
import { EventsPage } from './pages/events.tsx';
import { GuidePage } from './pages/guide.tsx';
import { UnknownPage } from './pages/unknown.tsx';

/** Far larger than all the rest, and only one page needs it. */
const Reference = lazy(() => import('./pages/reference.tsx'));

/** The documentation of the API, for everybody: each page has an address of its own, and a link is a link. */
export default function Docs() {
  const path = location.pathname.replace(/\/+$/, '');
  if (path === `${ROOT}/reference`)
    return (
      <Suspense fallback={<RowsSkeleton rows={8} />}>
        <Reference />
      </Suspense>
    );
  return <Frame path={path}>{pageAt(path)}</Frame>;
}

function pageAt(path: string) {
  if (path === `${ROOT}/events`) return <EventsPage />;
  if (path === `${ROOT}/error-codes`) return <ErrorsPage />;
  const guide = guides.find(({ slug }) => path === guideAddress(slug) || path === `${ROOT}/${slug}`);
  return guide ? <GuidePage guide={guide} /> : <UnknownPage />;
}
