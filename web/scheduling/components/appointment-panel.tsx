import { Button } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { IconCalendarTime } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { ZoneNote } from '../../app/zone-note.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { appointmentQuery, useVerb } from '../api/appointments.ts';
import { isAsked, possibleVerbs, type Verb, verbs, whoseName } from '../appointment-verbs.ts';
import { AppointmentFacts } from './appointment-facts.tsx';
import { AppointmentHistory } from './appointment-history.tsx';
import { AppointmentNotes } from './appointment-notes.tsx';
import { runVerb } from './quick-verbs.tsx';
import { Reschedule } from './reschedule.tsx';
import { VerbDialog } from './verb-dialog.tsx';

/** All facts of one appointment, its history, and every step that this person may take. */
export function AppointmentPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const appointment = useQuery(appointmentQuery(id));
  const [moving, setMoving] = useState<string | null>(null);
  const isMoving = moving === id && appointment.data?.can.reschedule === true;
  const title = appointment.data ? whoseName(appointment.data, speech) : text('appointment');
  return (
    <SidePanel title={title} id={id} onClose={isMoving ? () => setMoving(null) : onClose}>
      <Loaded query={appointment} skeleton={<FactsSkeleton facts={8} />}>
        {(found) =>
          isMoving ? (
            <Reschedule key={id} appointment={found} onDone={() => setMoving(null)} />
          ) : (
            <>
              <Actions appointment={found} onMove={() => setMoving(id)} />
              <AppointmentFacts appointment={found} />
              <AppointmentNotes key={id} appointment={found} />
              <AppointmentHistory appointment={found} />
              <ZoneNote />
            </>
          )
        }
      </Loaded>
    </SidePanel>
  );
}

function Actions({ appointment, onMove }: { appointment: Appointment; onMove: () => void }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const [asking, setAsking] = useState<Verb | null>(null);
  const run = useVerb();
  const possible = possibleVerbs(appointment);
  const main = possible.find((verb) => !isAsked(verb));
  if (possible.length === 0 && !appointment.can.reschedule) return null;
  return (
    <Buttons>
      {possible.map((verb) => (
        <Button
          key={verb}
          size="xs"
          variant={verb === main ? 'filled' : 'default'}
          loading={run.isPending && run.variables.verb === verb}
          onClick={() => (isAsked(verb) ? setAsking(verb) : runVerb(run, { verb, appointment, speech }))}
        >
          {text(verbs[verb].label)}
        </Button>
      ))}
      {appointment.can.reschedule ? (
        <Button size="xs" variant="default" leftSection={<IconCalendarTime size="1.3em" />} onClick={onMove}>
          {text('reschedule')}
        </Button>
      ) : null}
      {asking ? <VerbDialog verb={asking} appointment={appointment} onClose={() => setAsking(null)} /> : null}
    </Buttons>
  );
}
