import { Button } from '@mantine/core';
import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Section } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { areWeeks, bucketsOf } from '../buckets.ts';
import { outcomes, outcomeWords } from '../numbers.ts';
import { DaysChart } from './days-chart.tsx';
import classes from './overview.module.css';

/** Bookings per day by what became of them, as a picture or as numbers. */
export function DaysSection({ overview }: { overview: Overview }) {
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const buckets = bucketsOf(overview.days);
  const isEmpty = buckets.every(({ booked, cancelled, no_shows }) => booked + cancelled + no_shows === 0);
  return (
    <Section
      title={areWeeks(buckets) ? 'Bookings per week' : 'Bookings per day'}
      action={
        <Button
          size="xs"
          variant="default"
          leftSection={asTable ? <IconChartBar size="1.2em" /> : <IconTable size="1.2em" />}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </Button>
      }
    >
      {asTable ? (
        <Table label="Bookings per day" columns={columns(format)} rows={overview.days} keyOf={({ on }) => on} />
      ) : isEmpty ? (
        <p className="soft">Nothing is booked in these days. Choose a longer period, or share your booking page.</p>
      ) : (
        <>
          <DaysChart buckets={buckets} />
          <Legend />
        </>
      )}
    </Section>
  );
}

const Legend = () => (
  <ul className={classes.legend} aria-label="What the colours say">
    {outcomes.map((outcome) => (
      <li key={outcome}>
        <span className={classes.swatch} data-outcome={outcome} />
        {outcomeWords[outcome]}
      </li>
    ))}
  </ul>
);

const columns = ({ day, count, money }: Format): Column<Overview['days'][number]>[] => [
  { name: 'Day', cell: ({ on }) => day(on) },
  { name: 'Bookings', number: true, cell: ({ booked }) => count(booked) },
  { name: 'Completed', number: true, cell: ({ completed }) => count(completed) },
  { name: 'No-shows', number: true, cell: ({ no_shows }) => count(no_shows) },
  { name: 'Cancelled', number: true, cell: ({ cancelled }) => count(cancelled) },
  {
    name: 'Expected',
    number: true,
    cell: ({ expected }) => money(expected.amount_minor, expected.currency),
  },
];
