import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { addDays } from '@smooth/engine/date.ts';
import { startOfDay } from '@smooth/engine/zone.ts';
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { ZoneNote } from '../../app/zone-note.tsx';
import { useMe } from '../../identity/api.ts';
import { allAppointmentsQuery } from '../../scheduling/api/appointments.ts';
import { blocksQuery } from '../../scheduling/api/blocks.ts';
import { resourcesQuery } from '../../scheduling/api/resources.ts';
import { FeedsSection } from '../../scheduling/components/feeds-section.tsx';
import { Group } from '../../ui/group.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { DayLists } from '../components/day-lists.tsx';
import { MonthGrid } from '../components/month-grid.tsx';
import { TimeGrid } from '../components/time-grid.tsx';
import { TimeOffPanel } from '../components/time-off-panel.tsx';
import classes from '../components/calendar.module.css';
import { entriesOf, offBetween } from '../entries.ts';
import { type CalendarSearch, datesOf, stepped, type View } from '../period.ts';

/** The calendar of the person who is signed in: their appointments, their time off, their calendar address. */
export function MyCalendarPage() {
  const { text } = useSpeech('calendar');
  const { user } = useMe();
  const resources = useQuery(resourcesQuery);
  return (
    <Page title={text('my_calendar')}>
      <Loaded query={resources} skeleton={<RowsSkeleton rows={8} />}>
        {(found) => {
          const own = found.filter(({ user_id }) => user_id === user.id);
          return own.length > 0 ? (
            <Stack>
              <Calendar resources={own} />
              <ZoneNote />
              <TimeOffPanel resource={own[0]!} />
              <FeedsSection />
            </Stack>
          ) : (
            <Empty icon={<IconCalendarOff />} title={text('none')}>
              {text('none_text')}
            </Empty>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Calendar({ resources }: { resources: Resource[] }) {
  const today = useToday();
  const search = useSearch({ from: '/shell/me' });
  const navigate = useNavigate();
  const { view = 'week', day = today } = search;
  const change = (to: CalendarSearch) => void navigate({ to: '/me', search: { ...search, ...to }, replace: true });
  const dates = datesOf(view, day);
  const entries = useEntries(resources, dates);
  const go = (by: 1 | -1) => change({ day: stepped(view, day, by) });
  useHotkeys([
    ['ArrowLeft', () => go(-1)],
    ['ArrowRight', () => go(1)],
    ['t', () => change({ day: undefined })],
  ]);
  return (
    <Stack>
      <Tools view={view} day={day} dates={dates} onGo={go} onChange={change} />
      {view === 'month' ? (
        <MonthGrid day={day} dates={dates} entries={entries} onOpen={(on) => change({ view: 'day', day: on })} />
      ) : view === 'agenda' ? (
        <DayLists dates={dates} entries={entries} />
      ) : (
        <TimeGrid
          {...{ dates, entries, day }}
          onDay={(on, isNarrow) => change(isNarrow ? { day: on } : { view: 'day', day: on })}
        />
      )}
    </Stack>
  );
}

interface Tools {
  view: View;
  day: string;
  dates: string[];
  onGo: (by: 1 | -1) => void;
  onChange: (search: CalendarSearch) => void;
}

function Tools({ view, day, dates, onGo, onChange }: Tools) {
  const { text } = useSpeech('calendar');
  const { locale, longDay, dayRange } = useFormat();
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const title =
    view === 'day'
      ? longDay(day)
      : view === 'month'
        ? month.format(Date.parse(day))
        : dayRange(dates[0]!, dates.at(-1)!);
  return (
    <>
      <Group label={text('shown')} className={classes.tools}>
        <SegmentedControl
          aria-label={text('view')}
          data={[
            { value: 'agenda', label: text('view_agenda') },
            { value: 'day', label: text('view_day') },
            { value: 'week', label: text('view_week') },
            { value: 'month', label: text('view_month') },
          ]}
          value={view}
          onChange={(to) => onChange({ view: to })}
        />
        <ActionIcon.Group>
          <ActionIcon variant="default" size="input-sm" aria-label={text('earlier')} onClick={() => onGo(-1)}>
            <IconChevronLeft />
          </ActionIcon>
          <Button variant="default" onClick={() => onChange({ day: undefined })}>
            {text('today')}
          </Button>
          <ActionIcon variant="default" size="input-sm" aria-label={text('later')} onClick={() => onGo(1)}>
            <IconChevronRight />
          </ActionIcon>
        </ActionIcon.Group>
      </Group>
      <h2 aria-live="polite">{title}</h2>
    </>
  );
}

/** Appointments and time off of all resources that are this person. */
function useEntries(resources: Resource[], dates: string[]) {
  const speech = useSpeech('calendar');
  const { zone } = useFormat();
  const [start, end] = [startOfDay(zone, dates[0]!), startOfDay(zone, addDays(dates.at(-1)!, 1))];
  const [from, to] = [formatInstant(start), formatInstant(end)];
  const appointments = useQueries({
    queries: resources.map(({ id }) => allAppointmentsQuery({ resource_id: id, from, to })),
    combine: (found) => found.flatMap(({ data = [] }) => data),
  });
  const blocks = useQueries({
    queries: resources.map(({ id }) => blocksQuery(id)),
    combine: (found) => found.flatMap(({ data = [] }) => data),
  });
  return entriesOf(appointments, offBetween(blocks, zone, start, end), speech);
}
