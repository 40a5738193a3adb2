import { Button } from '@mantine/core';
import type { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
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
  const session = useQuery(classQuery(id));
  const parties = useQuery(allAppointmentsQuery({ class_id: id }));
  return (
    <SidePanel title={session.data?.service.name ?? 'Class'} onClose={onClose}>
      <Loaded query={session} skeleton={<FactsSkeleton />}>
        {(found) => (
          <>
            <Actions session={found} />
            <ClassFacts session={found} />
            {found.can.edit ? <ClassEditor key={found.id} session={found} /> : null}
            <Loaded query={parties} skeleton={<RowsSkeleton rows={3} />}>
              {(booked) => (
                <AppointmentLinks title="Who comes" appointments={booked} none="Nobody has booked yet." withCustomer />
              )}
            </Loaded>
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function ClassFacts({ session }: { session: ClassSession }) {
  const format = useFormat();
  return (
    <Facts>
      <Fact name="When">{format.dateTimeRange(session.start, session.end)}</Fact>
      <Fact name="With">{session.resources.map(({ name }) => name).join(', ')}</Fact>
      <Fact name="Seats">
        {session.seats_taken} of {session.seats} taken
      </Fact>
      <Fact name="State">{session.status === 'cancelled' ? 'Cancelled' : 'Scheduled'}</Fact>
    </Facts>
  );
}

function Actions({ session }: { session: ClassSession }) {
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
          tell(`${session.service.name} is cancelled`);
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
          Book a place
        </Button>
      ) : null}
      {session.can.cancel ? (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          Cancel class
        </Button>
      ) : null}
      {asking ? (
        <Ask
          title={`Cancel ${session.service.name}, ${format.dateTime(session.start)}?`}
          verb="Cancel class"
          isPending={cancel.isPending}
          error={cancel.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          {session.seats_taken === 0
            ? 'Nobody has booked it yet.'
            : `All ${session.seats_taken} seats are given back, and everybody who booked gets an e-mail.`}
        </Ask>
      ) : null}
    </Buttons>
  );
}
