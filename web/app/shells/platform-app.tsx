import { IconBuildingSkyscraper } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { meQuery, useSignOut } from '../../identity/api.ts';
import { SignIn } from '../../identity/components/sign-in.tsx';
import { TenantsPage } from '../../platform/pages/tenants.tsx';
import { Failed, NotFound } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { onSignedOut, queries } from '../queries.ts';
import { isRefusal } from '../refusal.ts';
import { text as textOf } from '../search.ts';
import { Frame } from './frame.tsx';
import type { Place } from './place-link.tsx';

/** The operator's console: the same bones, a dark sidebar. */
function PlatformShell() {
  const me = useQuery(meQuery);
  const signOut = useSignOut();
  const { text } = useSpeech('app');
  const places: Place[] = [{ to: '/', label: text('businesses'), icon: IconBuildingSkyscraper, exact: true }];
  useEffect(() => onSignedOut(() => queries.setQueryData(meQuery.queryKey, undefined)), []);
  if (me.data) {
    return (
      <Frame
        name={text('platform')}
        tone="platform"
        person={me.data.user}
        places={places}
        help={[]}
        onSignOut={() => signOut.mutate(undefined, { onSuccess: () => void me.refetch() })}
      >
        <Outlet />
      </Frame>
    );
  }
  if (isRefusal(me.error) && me.error.status === 401) {
    return <SignIn title={text('sign_in_platform')} onDone={() => void me.refetch()} />;
  }
  return me.isError ? <Failed error={me.error} onRetry={() => void me.refetch()} /> : null;
}

const root = createRootRoute({ component: PlatformShell, notFoundComponent: NotFound });
const tenants = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search): { q?: string | undefined } => ({ q: textOf(search['q']) }),
  component: TenantsPage,
});
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: TenantsPage });
const router = createRouter({ routeTree: root.addChildren([tenants, signIn]) });

export default function PlatformApp() {
  return <RouterProvider router={router as never} />;
}
