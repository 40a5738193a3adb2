import { useMantineColorScheme, useComputedColorScheme } from '@mantine/core';
import {
  IconCalendarPlus,
  IconExternalLink,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserPlus,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useSpeech } from '../words/use-speech.tsx';
import type { Place } from '../app/shells/place-link.tsx';
import { useMay } from '../identity/api.ts';
import { roomKeys } from './keys.ts';

/** One line of the palette. */
export interface Command {
  id: string;
  label: string;
  icon: TablerIcon;
  about?: string | undefined;
  keys?: readonly string[];
  run: () => void;
}

interface Commands {
  places: Place[];
  onSignOut: () => void;
  onHelp: () => void;
}

/** What can be done and where one can go, as far as this person may. */
export function useCommands({ places, onSignOut, onHelp }: Commands): { actions: Command[]; rooms: Command[] } {
  const { text } = useSpeech('command');
  const navigate = useNavigate();
  const may = useMay();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const go = (to: string) => () => void navigate({ to });
  const rooms = places.flatMap(({ to, label, icon }): Command[] =>
    to === undefined
      ? []
      : [{ id: to, label, icon, run: go(to), ...(roomKeys[to] ? { keys: ['G', roomKeys[to]] } : {}) }],
  );
  const actions: Command[] = [
    ...(may('appointment.create')
      ? [
          {
            id: 'new-appointment',
            label: text('new_appointment'),
            icon: IconCalendarPlus,
            keys: ['N'],
            run: go('/appointments/new'),
          },
        ]
      : []),
    ...(may('customer.create')
      ? [{ id: 'new-customer', label: text('new_customer'), icon: IconUserPlus, run: go('/customers/new') }]
      : []),
    {
      id: 'booking-page',
      label: text('open_booking_page'),
      icon: IconExternalLink,
      run: () => void window.open('/book', '_blank', 'noopener'),
    },
    {
      id: 'colours',
      label: text(isDark ? 'use_light' : 'use_dark'),
      icon: isDark ? IconSun : IconMoon,
      run: () => setColorScheme(isDark ? 'light' : 'dark'),
    },
    { id: 'shortcuts', label: text('shortcuts'), icon: IconKeyboard, keys: ['?'], run: onHelp },
    { id: 'sign-out', label: text('sign_out'), icon: IconLogout, run: onSignOut },
  ];
  return { actions, rooms };
}
