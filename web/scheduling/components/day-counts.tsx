import { useFormat } from '../../app/format-context.tsx';
import { type AgendaEntry, countsOf } from '../agenda.ts';
import classes from './agenda.module.css';

/** The day in numbers. */
export function DayCountsLine({ entries }: { entries: AgendaEntry[] }) {
  const format = useFormat();
  const counts = countsOf(entries);
  const facts: [string, string | number][] = [
    ['Appointments', counts.appointments],
    ['Waiting', counts.waiting],
    ['Here now', counts.here],
    ['Completed', counts.done],
    ['No-shows', counts.missed],
    ['Expected', format.money(counts.expectedMinor)],
  ];
  return (
    <dl className={classes.counts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
