import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { onSignedOut, queries } from '../queries.ts';
import { businessRouter } from '../business-router.tsx';

export default function BusinessApp() {
  useEffect(() => onSignedOut(() => void toSignIn()), []);
  return <RouterProvider router={businessRouter} />;
}

/** The address is kept, so that signing in leads back to it. Who it was is forgotten when no room shows it any more. */
async function toSignIn(): Promise<void> {
  const { href, pathname } = businessRouter.state.location;
  if (pathname === '/sign-in') return;
  await businessRouter.navigate({ to: '/sign-in', search: { to: href } });
  queries.removeQueries({ queryKey: ['me'] });
}
