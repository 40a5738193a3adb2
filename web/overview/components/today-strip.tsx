import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { overviewQuery } from '../api.ts';
import { byOutcome, utilisation } from '../numbers.ts';
import classes from './overview.module.css';

/** Today in one line, with the way to the day itself. */
export function TodayStrip({ today }: { today: string }) {
  const { text } = useSpeech('overview');
  const format = useFormat();
  const { data } = useQuery(overviewQuery({ from: today, to: today }));
  const totals = data?.totals;
  return (
    <section className={classes.today} aria-label={text('today')}>
      <header>
        <h2>{text('today')}</h2>
        <Link to="/today">{format.day(today)}</Link>
      </header>
      <dl className={classes.todayNumbers}>
        <Number name={text('bookings')} value={totals && format.count(totals.booked)} />
        <Number name={text('outcome_completed')} value={totals && format.count(totals.completed)} />
        <Number name={text('still_to_come')} value={totals && format.count(byOutcome(totals).ahead)} />
        <Number name={text('no_shows')} value={totals && format.count(totals.no_shows)} />
        <Number name={text('utilisation')} value={totals && (shareWords(totals, format.percent) ?? text('closed'))} />
        <Number
          name={text('expected')}
          value={totals && format.money(totals.expected.amount_minor, totals.expected.currency)}
        />
      </dl>
    </section>
  );
}

const Number = ({ name, value }: { name: string; value: string | undefined }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value ?? '–'}</dd>
  </div>
);

const shareWords = (totals: Overview['totals'], percent: (share: number) => string) => {
  const share = utilisation(totals);
  return share === null ? null : percent(share);
};
