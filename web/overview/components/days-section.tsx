import { Button } from '@mantine/core';
import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Section } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { areWeeks, bucketsOf } from '../buckets.ts';
import { outcomes } from '../numbers.ts';
import { DaysChart } from './days-chart.tsx';
import classes from './overview.module.css';

/** Bookings per day by what became of them, as a picture or as numbers. */
export function DaysSection({ overview }: { overview: Overview }) {
  const format = useFormat();
  const speech = useSpeech('overview');
  const { text } = speech;
  const [asTable, setAsTable] = useState(false);
  const buckets = bucketsOf(overview.days);
  const isEmpty = buckets.every(({ booked, cancelled, no_shows }) => booked + cancelled + no_shows === 0);
  return (
    <Section
      title={text(areWeeks(buckets) ? 'per_week' : 'per_day')}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={asTable ? <IconChartBar size="1.2em" /> : <IconTable size="1.2em" />}
          onClick={() => setAsTable(!asTable)}
        >
          {text(asTable ? 'as_chart' : 'as_table')}
        </Button>
      }
    >
      {asTable ? (
        <Table label={text('per_day')} columns={columns(format, speech)} rows={overview.days} keyOf={({ on }) => on} />
      ) : isEmpty ? (
        <p className="soft">{text('nothing_booked_share')}</p>
      ) : (
        <>
          <DaysChart buckets={buckets} />
          <Legend />
        </>
      )}
    </Section>
  );
}

function Legend() {
  const { text } = useSpeech('overview');
  return (
    <ul className={classes.legend} aria-label={text('legend')}>
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <span className={classes.swatch} data-outcome={outcome} />
          {text(`outcome_${outcome}`)}
        </li>
      ))}
    </ul>
  );
}

const columns = ({ day, count, money }: Format, { text }: SpeechOf<'overview'>): Column<Overview['days'][number]>[] => [
  { name: text('day'), cell: ({ on }) => day(on) },
  { name: text('bookings'), number: true, cell: ({ booked }) => count(booked) },
  { name: text('outcome_completed'), number: true, cell: ({ completed }) => count(completed) },
  { name: text('no_shows'), number: true, cell: ({ no_shows }) => count(no_shows) },
  { name: text('outcome_cancelled'), number: true, cell: ({ cancelled }) => count(cancelled) },
  {
    name: text('expected'),
    number: true,
    cell: ({ expected }) => money(expected.amount_minor, expected.currency),
  },
];
