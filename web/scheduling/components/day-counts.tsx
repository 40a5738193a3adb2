import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { type AgendaEntry, countsOf } from '../agenda.ts';
import classes from './agenda.module.css';

/** The day in numbers. */
export function DayCountsLine({ entries }: { entries: AgendaEntry[] }) {
  const { text } = useSpeech('scheduling');
  const format = useFormat();
  const counts = countsOf(entries);
  const facts: [string, string | number][] = [
    [text('appointments'), counts.appointments],
    [text('count_waiting'), counts.waiting],
    [text('count_here'), counts.here],
    [text('count_completed'), counts.done],
    [text('count_no_shows'), counts.missed],
    [text('count_expected'), format.money(counts.expectedMinor)],
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
