import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { ZoneNote } from '../../app/zone-note.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { More } from '../../ui/table.tsx';
import { ownAppointmentsQuery } from '../api.ts';
import { PastAppointment } from '../components/past-appointment.tsx';
import { UpcomingAppointment } from '../components/upcoming-appointment.tsx';
import classes from '../components/portal.module.css';

/** What is ahead of a customer, and what was. */
export function OwnAppointmentsPage() {
  const { text } = useSpeech('portal');
  useEffect(() => {
    document.title = text('your_appointments');
  }, [text]);
  return (
    <div className={classes.page}>
      <h1>{text('your_appointments')}</h1>
      <ZoneNote />
      <Upcoming />
      <Past />
    </div>
  );
}

function Upcoming() {
  const { text } = useSpeech('portal');
  const list = useInfiniteQuery(ownAppointmentsQuery('upcoming'));
  const found = list.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Loaded query={list} skeleton={<RowsSkeleton rows={4} />}>
      {() =>
        found.length > 0 ? (
          <section aria-label={text('upcoming')} className={classes.list}>
            {found.map((appointment) => (
              <UpcomingAppointment key={appointment.id} appointment={appointment} />
            ))}
            {list.hasNextPage ? (
              <More onMore={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} />
            ) : null}
          </section>
        ) : (
          <Empty
            icon={<IconCalendarPlus />}
            title={text('nothing_booked')}
            action={
              <Button component="a" href="/book">
                {text('book_appointment')}
              </Button>
            }
          >
            {text('nothing_booked_text')}
          </Empty>
        )
      }
    </Loaded>
  );
}

function Past() {
  const { text } = useSpeech('portal');
  const list = useInfiniteQuery(ownAppointmentsQuery('past'));
  const found = list.data?.pages.flatMap(({ data }) => data) ?? [];
  if (found.length === 0) return null;
  return (
    <section aria-label={text('past')} className={classes.list}>
      <h2>{text('past')}</h2>
      <ul className={classes.past}>
        {found.map((appointment) => (
          <PastAppointment key={appointment.id} appointment={appointment} />
        ))}
      </ul>
      {list.hasNextPage ? <More onMore={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} /> : null}
    </section>
  );
}
