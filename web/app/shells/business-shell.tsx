import { Button } from '@mantine/core';
import {
  IconBuildingStore,
  IconCalendarEvent,
  IconCalendarOff,
  IconChartBar,
  IconCode,
  IconExternalLink,
  IconSettings,
  IconLayoutRows,
  IconSparkles,
  IconSunHigh,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { CommandCenter } from '../../command/components/command-center.tsx';
import { type Action, useBusiness, useMay, useMe, useSignOut } from '../../identity/api.ts';
import { ConnectionNotice } from '../connection-notice.tsx';
import { FormatProvider } from '../format-context.tsx';
import { Frame } from './frame.tsx';
import type { Place } from './place-link.tsx';
import { PortalShell } from './portal-shell.tsx';

const places: (Place & { needs: Action })[] = [
  { to: '/calendar', label: 'Calendar', icon: IconLayoutRows, needs: 'timeline.read' },
  { to: '/', label: 'Today', icon: IconSunHigh, exact: true, needs: 'appointment.read' },
  { to: '/appointments', label: 'Appointments', icon: IconCalendarEvent, needs: 'appointment.read' },
  { to: '/customers', label: 'Customers', icon: IconUsers, needs: 'customer.read' },
  { to: '/me', label: 'My calendar', icon: IconUserCircle, needs: 'time_off.request' },
  { to: '/services', label: 'Services', icon: IconSparkles, needs: 'service.read' },
  { to: '/resources', label: 'Resources', icon: IconBuildingStore, needs: 'resource.read' },
  { to: '/closures', label: 'Closures', icon: IconCalendarOff, needs: 'closure.read' },
  { to: '/overview', label: 'Overview', icon: IconChartBar, needs: 'overview.read' },
  { to: '/settings', label: 'Settings', icon: IconSettings, needs: 'business.edit' },
];
const help: Place[] = [
  { href: '/book', label: 'Booking page', icon: IconExternalLink },
  { to: '/embed', label: 'Embed', icon: IconCode },
];

/** The rooms of a business: sidebar, top bar and, on phones, a bar below. */
export function BusinessShell() {
  const { user } = useMe();
  const may = useMay();
  // Customers may read appointments too, their own; these rooms are the team's.
  const isTeam = may('customer.read');
  const business = useBusiness();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const rooms = isTeam ? places.filter(({ needs }) => may(needs)) : [];
  const leave = () => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in', search: {} }) });
  const manner = { locale: business.locale, currency: business.currency, zone: business.time_zone };
  if (!isTeam)
    return (
      <FormatProvider {...manner}>
        <PortalShell onSignOut={leave} />
      </FormatProvider>
    );
  return (
    <FormatProvider {...manner}>
      <Frame
        name={business.name}
        person={user}
        places={rooms}
        help={isTeam ? help : []}
        onSignOut={leave}
        extra={
          <>
            {isTeam ? <CommandCenter places={rooms} onSignOut={leave} /> : null}
            <Button
              component="a"
              href="/book"
              target="_blank"
              variant="default"
              size="xs"
              visibleFrom="sm"
              rightSection={<IconExternalLink size="1.2em" />}
            >
              Open booking page
            </Button>
          </>
        }
      >
        <ConnectionNotice />
        <Outlet />
      </Frame>
    </FormatProvider>
  );
}
