import { Button, Select } from '@mantine/core';
import { IconCalendarPlus, IconSunHigh } from '@tabler/icons-react';
import { addDays } from '@smooth/engine/date.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { startOfDay } from '@smooth/engine/zone.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { useNow } from '../../app/now.ts';
import { ZoneNote } from '../../app/zone-note.tsx';
import { FirstSteps } from '../../first-steps/components/first-steps.tsx';
import { TimeOffNotices } from '../../calendar/components/time-off-notices.tsx';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { type AgendaEntry, agendaOf } from '../agenda.ts';
import type { AgendaSearch } from '../agenda-search.ts';
import { allAppointmentsQuery, classesQuery } from '../api/appointments.ts';
import { resourcesQuery } from '../api/resources.ts';
import { AgendaList } from '../components/agenda-list.tsx';
import { AppointmentPanel } from '../components/appointment-panel.tsx';
import { ClassPanel } from '../components/class-panel.tsx';
import { DayCountsLine } from '../components/day-counts.tsx';
import { DayNav } from '../components/day-nav.tsx';
import { WaitingList } from '../components/waiting-list.tsx';

/** The day at the desk: who waits for an answer, who comes when, who is here. */
export function AgendaPage() {
  const { text } = useSpeech('scheduling');
  const { longDay } = useFormat();
  const search = useSearch({ from: '/shell/today' });
  const navigate = useNavigate();
  const may = useMay();
  const now = useNow();
  const today = useToday();
  const day = search.day ?? today;
  const change = (changed: AgendaSearch) => void navigate({ to: '/today', search: { ...search, ...changed } });
  const entries = useDay(day, search.resource);
  const ids = (entries.data ?? []).flatMap((entry) =>
    entry.kind === 'class' ? entry.parties.map(({ id }) => id) : [entry.appointment.id],
  );
  return (
    <StepsProvider ids={ids} go={(id) => change({ appointment: id })}>
      <Page
        title={text(day === today ? 'today' : 'agenda')}
        about={longDay(day)}
        action={
          may('appointment.create') ? (
            <Button
              component={Link}
              to="/appointments/new"
              search={{ day } as never}
              leftSection={<IconCalendarPlus size="1.3em" />}
            >
              {text('new_appointment')}
            </Button>
          ) : undefined
        }
      >
        <FirstSteps />
        <TimeOffNotices />
        <FilterRow>
          <DayNav
            day={day}
            today={today}
            onChange={(chosen) => change({ day: chosen === today ? undefined : chosen })}
          />
          <ResourceFilter value={search.resource} onChange={(resource) => change({ resource })} />
        </FilterRow>
        {day === today ? <WaitingList onOpen={(appointment) => change({ appointment })} /> : null}
        <Loaded query={entries} skeleton={<RowsSkeleton rows={9} />}>
          {(found) =>
            found.length > 0 ? (
              <>
                <DayCountsLine entries={found} />
                <AgendaList
                  entries={found}
                  day={day}
                  now={now}
                  open={search.appointment}
                  onOpen={(appointment) => change({ appointment })}
                  onOpenClass={(id) => change({ class: id, appointment: undefined })}
                />
              </>
            ) : (
              <EmptyDay isToday={day === today} />
            )
          }
        </Loaded>
        <ZoneNote />
      </Page>
      {search.class && !search.appointment ? (
        <ClassPanel id={search.class} onClose={() => change({ class: undefined })} />
      ) : null}
      {search.appointment ? (
        <AppointmentPanel id={search.appointment} onClose={() => change({ appointment: undefined })} />
      ) : null}
    </StepsProvider>
  );
}

/** Appointments and classes of one day, as one list. */
function useDay(day: string, resourceId: string | undefined) {
  const { zone } = useFormat();
  const from = formatInstant(startOfDay(zone, day));
  const to = formatInstant(startOfDay(zone, addDays(day, 1)));
  const classes = useQuery(classesQuery(from, to));
  const sessions = classes.data ?? [];
  const appointments = useQuery({
    ...allAppointmentsQuery({ from, to }),
    select: (found): AgendaEntry[] => agendaOf(found, sessions, resourceId),
  });
  return classes.isPending && appointments.isSuccess ? { ...appointments, data: undefined as never } : appointments;
}

function ResourceFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { text } = useSpeech('scheduling');
  const { data: resources = [] } = useQuery(resourcesQuery);
  const options = resources.filter(({ is_active }) => is_active).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      aria-label={text('resource')}
      placeholder={text('all_resources')}
      data={options}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      clearable
      searchable
    />
  );
}

function EmptyDay({ isToday }: { isToday: boolean }) {
  const { text } = useSpeech('scheduling');
  return (
    <Empty icon={<IconSunHigh />} title={text(isToday ? 'empty_today' : 'empty_day')}>
      {text('empty_day_text')}
    </Empty>
  );
}
