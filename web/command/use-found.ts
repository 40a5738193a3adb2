import { useDebouncedValue } from '@mantine/hooks';
import { IconCalendarEvent, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSpeech } from '../words/use-speech.tsx';
import { useFormat } from '../app/format-context.tsx';
import { customerSearchQuery } from '../customers/api.ts';
import { appointmentSearchQuery } from './api.ts';
import { matches } from './keys.ts';
import type { Command } from './use-commands.ts';

const SHORTEST = 2;
const MOST = 5;

/** What the server knows by these letters; asked for when the typing rests. */
export function useFound(query: string): { customers: Command[]; appointments: Command[]; isSearching: boolean } {
  const { text } = useSpeech('command');
  const { dateTime } = useFormat();
  const navigate = useNavigate();
  const typed = query.trim();
  const [rested] = useDebouncedValue(typed, 150);
  const enabled = typed.length >= SHORTEST && rested.length >= SHORTEST;
  const customers = useQuery({ ...customerSearchQuery(rested), enabled });
  const appointments = useQuery({ ...appointmentSearchQuery(rested), enabled });
  if (!enabled) return { customers: [], appointments: [], isSearching: typed.length >= SHORTEST };
  return {
    isSearching: rested !== typed || customers.isFetching || appointments.isFetching,
    customers: byName(customers.data ?? [], rested)
      .slice(0, MOST)
      .map(({ id, name, email, phone }) => ({
        id,
        label: name,
        about: email ?? phone ?? undefined,
        icon: IconUser,
        run: () => void navigate({ to: '/customers/$id', params: { id } }),
      })),
    appointments: (appointments.data ?? []).slice(0, MOST).map(({ id, customer, service, start }) => ({
      id,
      label: `${customer?.name ?? text('no_customer')}, ${service.name}`,
      about: dateTime(start),
      icon: IconCalendarEvent,
      run: () => void navigate({ to: '/appointments/$id', params: { id } }),
    })),
  };
}

/** Those whose name fits come before those whose address does. */
const byName = <Person extends { name: string }>(people: Person[], typed: string) =>
  people.toSorted((a, b) => Number(matches(typed, b.name)) - Number(matches(typed, a.name)));
