import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
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
  const speech = useSpeech('overview');
  return (
    <dl
      className={classes.cards}
      aria-label={before && speech.text('compared', { days: format.dayRange(before.from, before.to) })}
    >
      {cardsOf({ now: now.totals, before: before?.totals, format, speech }).map((card) => (
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

interface Cards {
  now: Totals;
  before: Totals | undefined;
  format: Format;
  speech: SpeechOf<'overview'>;
}

function cardsOf({ now, before, format: { count, percent, money }, speech: { text } }: Cards): Card[] {
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
    plain(text('bookings'), 'booked', 'up'),
    {
      name: text('utilisation'),
      value: shown(share(now)),
      before: before && shown(share(before)),
      change: before ? pointsOf(share(now), share(before)) : null,
      good: 'up',
      points: true,
    },
    plain(text('no_shows'), 'no_shows', 'down'),
    {
      name: text('expected_revenue'),
      value: money(expected, currency),
      before: before && money(before.expected.amount_minor, currency),
      change: before ? changeOf(expected, before.expected.amount_minor) : null,
      good: 'up',
    },
    plain(text('new_customers'), 'new_customers', 'up'),
  ];
}

function Card({ name, value, before, change, good, points }: Card) {
  const { text } = useSpeech('overview');
  return (
    <div className={classes.card}>
      <dt>{name}</dt>
      <dd className={classes.value}>{value}</dd>
      <dd className={classes.change}>
        {change ? <ChangeMark change={change} good={good} points={points ?? false} /> : null}
        <span>{before === undefined ? '\u00a0' : text('before', { value: before })}</span>
      </dd>
    </div>
  );
}

const icons = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconEqual };
const words = { up: 'up_by', down: 'down_by', same: 'unchanged' } as const;

function ChangeMark({
  change: { direction, by },
  good,
  points,
}: Pick<Card, 'good'> & { change: Change; points: boolean }) {
  const { text } = useSpeech('overview');
  const { percent, count } = useFormat();
  const Icon = icons[direction];
  const tone = direction === 'same' ? 'quiet' : direction === good ? 'green' : 'red';
  return (
    <span className={classes.mark} data-tone={tone}>
      <Icon aria-hidden stroke={2} />
      <span className={direction === 'same' ? undefined : 'unseen'}>{text(words[direction])} </span>
      {direction === 'same' ? null : points ? text('points', { count: count(Math.round(by * 100)) }) : percent(by)}
    </span>
  );
}
