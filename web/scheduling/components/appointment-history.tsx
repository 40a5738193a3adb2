import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { historyQuery } from '../api/appointments.ts';
import { changeWords } from '../appointment-words.ts';
import classes from './history.module.css';

/** What happened to the appointment, newest first. */
export function AppointmentHistory({ appointment }: { appointment: Appointment }) {
  const format = useFormat();
  const history = useQuery(historyQuery(appointment.id, appointment.revision));
  return (
    <section aria-label="History" className={classes.history}>
      <h3>History</h3>
      <Loaded query={history} skeleton={<FactsSkeleton facts={2} />}>
        {({ data }) => (
          <ol>
            {data.toReversed().map((change) => (
              <li key={change.id}>
                <span>{changeWords(change, format)}</span>
                <span className="caption">
                  {format.dateTime(change.at)} by {change.by.kind === 'system' ? 'the system' : change.by.name}
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
