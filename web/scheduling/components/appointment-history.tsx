import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { historyQuery } from '../api/appointments.ts';
import { changeWords } from '../appointment-words.ts';
import classes from './history.module.css';

/** What happened to the appointment, newest first. */
export function AppointmentHistory({ appointment }: { appointment: Appointment }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const history = useQuery(historyQuery(appointment.id, appointment.revision));
  return (
    <section aria-label={text('history')} className={classes.history}>
      <h3>{text('history')}</h3>
      <Loaded query={history} skeleton={<FactsSkeleton facts={2} />}>
        {(changes) => (
          <ol>
            {changes.toReversed().map((change) => (
              <li key={change.id}>
                <span>{changeWords(change, format, speech)}</span>
                <span className="caption">
                  {text('change_by', {
                    when: format.dateTime(change.occurred_at),
                    who: change.by.kind === 'system' ? text('the_system') : change.by.name,
                  })}
                </span>
                {change.reason ? <q className="soft">{change.reason}</q> : null}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
