import { Button } from '@mantine/core';
import type { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { useMay } from '../../identity/api.ts';
import { Ask } from '../../ui/ask.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton, RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell } from '../../ui/tell.tsx';
import { allAppointmentsQuery } from '../api/appointments.ts';
import { classQuery, useCancelClass } from '../api/classes.ts';
import { AppointmentLinks } from './appointment-links.tsx';
import { ClassEditor } from './class-editor.tsx';

/** One class: its seats, who booked them, and its end. */
export function ClassPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { text } = useSpeech('scheduling');
  const session = useQuery(classQuery(id));
  const parties = useQuery(allAppointmentsQuery({ class_id: id }));
  return (
    <SidePanel title={session.data?.service.name ?? text('class')} onClose={onClose}>
      <Loaded query={session} skeleton={<FactsSkeleton />}>
        {(found) => (
          <>
            <Actions session={found} />
            <ClassFacts session={found} />
            {found.can.edit ? <ClassEditor key={found.id} session={found} /> : null}
            <Loaded query={parties} skeleton={<RowsSkeleton rows={3} />}>
              {(booked) => (
                <AppointmentLinks
                  title={text('who_comes')}
                  appointments={booked}
                  none={text('nobody_booked_yet')}
                  withCustomer
                />
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function ClassFacts({ session }: { session: ClassSession }) {
  const { text } = useSpeech('scheduling');
  const format = useFormat();
  return (
    <Facts>
      <Fact name={text('when')}>{format.dateTimeRange(session.start, session.end)}</Fact>
      <Fact name={text('with')}>{session.resources.map(({ name }) => name).join(', ')}</Fact>
      <Fact name={text('seats')}>{text('seats_of', { taken: session.seats_taken, seats: session.seats })}</Fact>
      <Fact name={text('state')}>{text(session.status === 'cancelled' ? 'class_cancelled' : 'class_scheduled')}</Fact>
    </Facts>
  );
}

function Actions({ session }: { session: ClassSession }) {
  const { text, count } = useSpeech('scheduling');
  const may = useMay();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const cancel = useCancelClass(session.id);
  const isOpen = session.status === 'scheduled' && session.seats > session.seats_taken;
  const confirm = () =>
    cancel.mutate(
      { revision: session.revision },
      {
        onSuccess: () => {
          tell(text('class_is_cancelled', { name: session.service.name }));
          setAsking(false);
        },
      },
    );
  return (
    <Buttons>
      {isOpen && may('appointment.create') ? (
        <Button
          component={Link}
          to="/appointments/new"
          search={{ of: session.service_id, day: format.dateOf(session.start) } as never}
          size="xs"
          leftSection={<IconCalendarPlus size="1.3em" />}
        >
          {text('book_place')}
        </Button>
      ) : null}
      {session.can.cancel ? (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {text('cancel_class')}
        </Button>
      ) : null}
      {asking ? (
        <Ask
          title={text('cancel_class_title', { name: session.service.name, when: format.dateTime(session.start) })}
          verb={text('cancel_class')}
          isPending={cancel.isPending}
          error={cancel.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          {session.seats_taken === 0 ? text('cancel_class_empty') : count('cancel_class_text', session.seats_taken)}
        </Ask>
      ) : null}
    </Buttons>
  );
}
