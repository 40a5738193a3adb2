import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { type Change, changeOf, pointsOf, utilisation } from '../numbers.ts';
import classes from './overview.module.css';

interface NumberCards {
  now: Overview;
  before: Overview | undefined;
}

/** The sums of the period, each with its change against the period before. */
export function NumberCards({ now, before }: NumberCards) {
  const format = useFormat();
  return (
    <dl className={classes.cards} aria-label={before && `Compared with ${format.dayRange(before.from, before.to)}`}>
      {cardsOf(now.totals, before?.totals, format).map((card) => (
        <Card key={card.name} {...card} />
      ))}
    </dl>
  );
}

interface Card {
  name: string;
  value: string;
  before: string | undefined;
  change: Change | null;
  /** What more of it means. */
  good: 'up' | 'down';
  points?: boolean;
}

type Totals = Overview['totals'];

function cardsOf(now: Totals, before: Totals | undefined, { count, percent, money }: Format): Card[] {
  const share = (totals: Totals) => utilisation(totals);
  const shown = (value: number | null) => (value === null ? '–' : percent(value));
  const plain = (name: string, key: 'booked' | 'no_shows' | 'new_customers', good: Card['good']): Card => ({
    name,
    value: count(now[key]),
    before: before && count(before[key]),
    change: before ? changeOf(now[key], before[key]) : null,
    good,
  });
  const { amount_minor: expected, currency } = now.expected;
  return [
    plain('Bookings', 'booked', 'up'),
    {
      name: 'Utilisation',
      value: shown(share(now)),
      before: before && shown(share(before)),
      change: before ? pointsOf(share(now), share(before)) : null,
      good: 'up',
      points: true,
    },
    plain('No-shows', 'no_shows', 'down'),
    {
      name: 'Expected revenue',
      value: money(expected, currency),
      before: before && money(before.expected.amount_minor, currency),
      change: before ? changeOf(expected, before.expected.amount_minor) : null,
      good: 'up',
    },
    plain('New customers', 'new_customers', 'up'),
  ];
}

const Card = ({ name, value, before, change, good, points }: Card) => (
  <div className={classes.card}>
    <dt>{name}</dt>
    <dd className={classes.value}>{value}</dd>
    <dd className={classes.change}>
      {change ? <ChangeMark change={change} good={good} points={points ?? false} /> : null}
      <span>{before === undefined ? '\u00a0' : `${before} before`}</span>
    </dd>
  </div>
);

const icons = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconEqual };
const words = { up: 'up by', down: 'down by', same: 'unchanged' };

function ChangeMark({
  change: { direction, by },
  good,
  points,
}: Pick<Card, 'good'> & { change: Change; points: boolean }) {
  const { percent, count } = useFormat();
  const Icon = icons[direction];
  const tone = direction === 'same' ? 'quiet' : direction === good ? 'green' : 'red';
  return (
    <span className={classes.mark} data-tone={tone}>
      <Icon aria-hidden stroke={2} />
      <span className={direction === 'same' ? undefined : 'unseen'}>{words[direction]} </span>
      {direction === 'same' ? null : points ? `${count(Math.round(by * 100))} pt` : percent(by)}
    </span>
  );
}
