import { Button, MantineThemeProvider, Skeleton } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useBusiness, useMe } from '../../identity/api.ts';
import { useBrand } from '../../portal/use-brand.ts';
import { ConnectionNotice } from '../connection-notice.tsx';
import { NotFound } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { AvatarMenu } from './avatar-menu.tsx';
import classes from './portal-shell.module.css';

const pages: Record<string, React.ComponentType> = {
  '/': lazy(async () => ({ default: (await import('../../portal/pages/appointments.tsx')).OwnAppointmentsPage })),
  '/account': lazy(async () => ({ default: (await import('../../identity/pages/account.tsx')).AccountPage })),
  '/profile': lazy(async () => ({ default: (await import('../../portal/pages/profile.tsx')).ProfilePage })),
};

/** The rooms of a customer: calm, in the colour of the business, like its booking page. */
export function PortalShell({ onSignOut }: { onSignOut: () => void }) {
  const { user } = useMe();
  const business = useBusiness();
  const { text } = useSpeech('app');
  const { pathname } = useLocation();
  const brand = useBrand(business.branding.color);
  const Page = pages[pathname.replace(/(?<=.)\/$/, '')] ?? NotFound;
  return (
    <MantineThemeProvider theme={brand} inherit>
      <div className={classes.shell}>
        <a className={classes.skip} href="#content">
          {text('skip')}
        </a>
        <header className={classes.head}>
          <div className={classes.brand}>
            {business.branding.logo_url ? <img src={business.branding.logo_url} alt="" /> : null}
            <strong>{business.name}</strong>
          </div>
          <AvatarMenu person={user} onSignOut={onSignOut} />
        </header>
        <nav className={classes.nav} aria-label={text('main_places')}>
          <Link to="/" activeOptions={{ exact: true }}>
            {text('appointments')}
          </Link>
          <Link to="/profile">{text('profile')}</Link>
          <Button component="a" href="/book" className={classes.book}>
            {text('book_appointment')}
          </Button>
        </nav>
        <ConnectionNotice />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Suspense fallback={<Skeleton height="8rem" />}>
            <Page />
          </Suspense>
        </main>
      </div>
    </MantineThemeProvider>
  );
}
