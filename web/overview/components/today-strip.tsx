import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../app/format-context.tsx';
import { overviewQuery } from '../api.ts';
import { byOutcome, utilisation } from '../numbers.ts';
import classes from './overview.module.css';

/** Today in one line, with the way to the day itself. */
export function TodayStrip({ today }: { today: string }) {
  const format = useFormat();
  const { data } = useQuery(overviewQuery({ from: today, to: today }));
  const totals = data?.totals;
  return (
    <section className={classes.today} aria-label="Today">
      <header>
        <h2>Today</h2>
        <Link to="/">{format.day(today)}</Link>
      </header>
      <dl className={classes.todayNumbers}>
        <Number name="Bookings" value={totals && format.count(totals.booked)} />
        <Number name="Completed" value={totals && format.count(totals.completed)} />
        <Number name="Still to come" value={totals && format.count(byOutcome(totals).ahead)} />
        <Number name="No-shows" value={totals && format.count(totals.no_shows)} />
        <Number name="Utilisation" value={totals && shareWords(totals, format.percent)} />
        <Number
          name="Expected"
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
  return share === null ? 'Closed' : percent(share);
};
