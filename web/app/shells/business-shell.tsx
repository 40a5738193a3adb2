import { Anchor, Button } from '@mantine/core';
import {
  IconBuildingStore,
  IconCalendarEvent,
  IconCalendarOff,
  IconCode,
  IconExternalLink,
  IconSparkles,
  IconSunHigh,
  IconUsers,
} from '@tabler/icons-react';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useBusiness, useMe, useSignOut } from '../../identity/api.ts';
import { NotAllowed } from '../../ui/states.tsx';
import { FormatProvider } from '../format-context.tsx';
import { Frame } from './frame.tsx';
import type { Place } from './place-link.tsx';

const places: Place[] = [
  { to: '/', label: 'Today', icon: IconSunHigh, exact: true },
  { to: '/appointments', label: 'Appointments', icon: IconCalendarEvent },
  { to: '/customers', label: 'Customers', icon: IconUsers },
  { to: '/services', label: 'Services', icon: IconSparkles },
  { to: '/resources', label: 'Resources', icon: IconBuildingStore },
  { to: '/closures', label: 'Closures', icon: IconCalendarOff },
];
const help: Place[] = [
  { href: '/book', label: 'Booking page', icon: IconExternalLink },
  { to: '/embed', label: 'Embed', icon: IconCode },
];

/** The rooms of a business: sidebar, top bar and, on phones, a bar below. */
export function BusinessShell() {
  const { user, permissions } = useMe();
  const business = useBusiness();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const leave = () => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in', search: {} }) });
  return (
    <FormatProvider locale={business.locale} currency={business.currency} zone={business.time_zone}>
      <Frame
        name={business.name}
        person={user}
        places={places}
        help={help}
        onSignOut={leave}
        extra={
          <Button
            component="a"
            href="/book"
            target="_blank"
            variant="default"
            size="xs"
            rightSection={<IconExternalLink size="1.2em" />}
          >
            Open booking page
          </Button>
        }
      >
        {permissions.length > 0 ? <Outlet /> : <Portal />}
      </Frame>
    </FormatProvider>
  );
}

const Portal = () => (
  <NotAllowed>
    These rooms are for the team of the business. <Anchor href="/book">Book an appointment</Anchor>
  </NotAllowed>
);
