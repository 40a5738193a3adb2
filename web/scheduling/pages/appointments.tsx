import { Button } from '@mantine/core';
import { IconCalendarPlus, IconCalendarEvent } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { ZoneNote } from '../../app/zone-note.tsx';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { appointmentsQuery } from '../api/appointments.ts';
import { type AppointmentSearch, periodBounds } from '../appointment-search.ts';
import { AppointmentFilters } from '../components/appointment-filters.tsx';
import { AppointmentTable } from '../components/appointment-table.tsx';

export function AppointmentsPage() {
  const { text } = useSpeech('scheduling');
  const { zone } = useFormat();
  const search = useSearch({ from: '/shell/appointments' });
  const params = useParams({ strict: false });
  const navigate = useNavigate();
  const may = useMay();
  const period = search.period ?? 'week';
  const list = useInfiniteQuery(
    appointmentsQuery({
      ...periodBounds(period, useToday(), zone),
      status: search.status,
      service_id: search.service,
      resource_id: search.resource,
      q: search.q,
    }),
  );
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const isFiltered = Object.values(search).some(Boolean);
  const change = (changed: AppointmentSearch) =>
    void navigate({ to: '.', search: { ...search, ...changed }, replace: true });
  return (
    <StepsProvider
      ids={rows.map(({ id }) => id)}
      go={(id) => void navigate({ to: '/appointments/$id', params: { id }, search, replace: true })}
    >
      <Page
        title={text('appointments')}
        action={
          may('appointment.create') ? (
            <Button
              component={Link}
              to="/appointments/new"
              search={search as never}
              leftSection={<IconCalendarPlus size="1.3em" />}
            >
              {text('new_appointment')}
            </Button>
          ) : undefined
        }
      >
        <AppointmentFilters search={search} onChange={change} />
        <Loaded query={list} skeleton={<RowsSkeleton rows={12} />}>
          {() =>
            rows.length > 0 ? (
              <AppointmentTable
                rows={rows}
                search={search}
                openId={params.id}
                more={
                  list.hasNextPage
                    ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                    : undefined
                }
              />
            ) : isFiltered ? (
              <NothingFound onReset={() => void navigate({ to: '/appointments', search: {} })} />
            ) : (
              <NoneYet />
            )
          }
        </Loaded>
        <ZoneNote />
      </Page>
      <Outlet />
    </StepsProvider>
  );
}

function NoneYet() {
  const { text } = useSpeech('scheduling');
  return (
    <Empty
      icon={<IconCalendarEvent />}
      title={text('none_ahead')}
      action={
        <Button component="a" href="/book" target="_blank" variant="default">
          {text('open_booking_page')}
        </Button>
      }
    >
      {text('none_ahead_text')}
    </Empty>
  );
}
