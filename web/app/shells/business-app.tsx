import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSignedOut, queries } from '../queries.ts';
import { businessRouter } from '../business-router.tsx';

export default function BusinessApp() {
  useEffect(() => onSignedOut(toSignIn), []);
  return <RouterProvider router={businessRouter} />;
}

/** The address is kept, so that signing in leads back to it. */
function toSignIn() {
  const { href, pathname } = businessRouter.state.location;
  if (pathname === '/sign-in') return;
  queries.removeQueries({ queryKey: ['me'] });
  void businessRouter.navigate({ to: '/sign-in', search: { to: href } });
}
