import { Button } from '@mantine/core';
import {
  IconBook2,
  IconBuildingStore,
  IconCalendarEvent,
  IconCalendarOff,
  IconChartBar,
  IconCode,
  IconExternalLink,
  IconSettings,
  IconLayoutRows,
  IconListSearch,
  IconSparkles,
  IconSunHigh,
  IconTerminal2,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { CommandCenter } from '../../command/components/command-center.tsx';
import { ActingBanner } from '../../identity/components/acting-banner.tsx';
import { ProofGate } from '../../identity/components/proof-gate.tsx';
import { type Action, useBusiness, useMay, useMe, useSignOut } from '../../identity/api.ts';
import { ModeSwitch } from '../../sandbox/components/mode-switch.tsx';
import { TestBanner } from '../../sandbox/components/test-banner.tsx';
import { type PlainKey, useSpeech, useVoice } from '../../words/use-speech.tsx';
import { ConnectionNotice } from '../connection-notice.tsx';
import { FormatProvider } from '../format-context.tsx';
import { Frame } from './frame.tsx';
import type { Place } from './place-link.tsx';
import { PortalShell } from './portal-shell.tsx';

type Room = Omit<Place, 'label'> & { label: PlainKey<'app'> };

const places: (Room & { needs: Action })[] = [
  { to: '/calendar', label: 'calendar', icon: IconLayoutRows, needs: 'timeline.read' },
  { to: '/today', label: 'today', icon: IconSunHigh, needs: 'appointment.read' },
  { to: '/appointments', label: 'appointments', icon: IconCalendarEvent, needs: 'appointment.read' },
  { to: '/customers', label: 'customers', icon: IconUsers, needs: 'customer.read' },
  { to: '/me', label: 'my_calendar', icon: IconUserCircle, needs: 'time_off.request' },
  { to: '/services', label: 'services', icon: IconSparkles, needs: 'service.read' },
  { to: '/resources', label: 'resources', icon: IconBuildingStore, needs: 'resource.read' },
  { to: '/team', label: 'team', icon: IconUsersGroup, needs: 'staff.invite' },
  { to: '/closures', label: 'closures', icon: IconCalendarOff, needs: 'closure.read' },
  { to: '/overview', label: 'overview', icon: IconChartBar, needs: 'overview.read' },
  { to: '/audit', label: 'audit', icon: IconListSearch, needs: 'audit.read' },
  { to: '/settings', label: 'settings', icon: IconSettings, needs: 'business.edit' },
  { to: '/developers', label: 'developers', icon: IconTerminal2, needs: 'token.read' },
];
const help: Room[] = [
  { href: '/book', label: 'booking_page', icon: IconExternalLink },
  { to: '/embed', label: 'embed', icon: IconCode },
  { href: '/docs/api', label: 'api_docs', icon: IconBook2 },
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
  const { locale } = useVoice();
  const { text } = useSpeech('app');
  const named = (room: Room): Place => ({ ...room, label: text(room.label) });
  const rooms = isTeam ? places.filter(({ needs }) => may(needs)).map(named) : [];
  const leave = () => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in', search: {} }) });
  const manner = { locale, currency: business.currency, zone: business.time_zone };
  if (!isTeam)
    return (
      <FormatProvider {...manner}>
        <ActingBanner />
        <ProofGate />
        <PortalShell onSignOut={leave} />
      </FormatProvider>
    );
  return (
    <FormatProvider {...manner}>
      <ActingBanner />
      <ProofGate />
      <Frame
        name={business.name}
        person={user}
        places={rooms}
        help={isTeam ? help.map(named) : []}
        onSignOut={leave}
        banner={<TestBanner />}
        extra={
          <>
            <ModeSwitch />
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
              {text('open_booking_page')}
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
