import { createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '../identity/api.ts';
import { Failed, NotFound } from '../ui/states.tsx';
import { queries } from './queries.ts';
import { isRefusal } from './refusal.ts';
import { BusinessShell } from './shells/business-shell.tsx';

export const root = createRootRoute({
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
});

/** Around all pages for people who are signed in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(meQuery);
    } catch (error) {
      if (isRefusal(error, 'unauthenticated')) throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
  component: BusinessShell,
  notFoundComponent: NotFound,
});

export const inShell = () => shell;
