import type { PlatformOverview } from '@smooth/contract/platform/overview.ts';
import type { ReactNode } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import classes from '../../overview/components/overview.module.css';
import { useSpeech } from '../../words/use-speech.tsx';
import { Way } from '../way.tsx';

/** The present, in a row of cards. */
export function PlatformFigures({ overview }: { overview: PlatformOverview }) {
  const { text, count: counted } = useSpeech('platform');
  const { count } = useFormat();
  const { businesses, weeks, failed_jobs, schemas } = overview;
  const week = weeks.at(-1)!;
  const all = schemas.ready + schemas.creating + schemas.failed;
  return (
    <dl className={classes.cards}>
      <Card name={text('figure_businesses')} value={count(businesses.total)}>
        {businesses.temporary > 0 ? counted('of_demo', businesses.temporary) : null}
      </Card>
      <Card name={text('figure_new')} value={count(week.businesses)} />
      <Card name={text('figure_booked')} value={count(week.appointments)} />
      <Card name={text('figure_sign_ins')} value={count(week.sign_ins)}>
        {week.failed_sign_ins > 0 ? counted('of_failed', week.failed_sign_ins) : null}
      </Card>
      <Card name={text('figure_failed_jobs')} value={count(failed_jobs)}>
        {failed_jobs > 0 ? <Way to="/jobs">{text('look_at_jobs')}</Way> : null}
      </Card>
      <Card name={text('figure_failed_schemas')} value={count(schemas.failed)}>
        {schemas.behind > 0 ? text('of_schemas', { behind: count(schemas.behind), count: count(all) }) : null}
      </Card>
    </dl>
  );
}

const Card = ({ name, value, children }: { name: string; value: string; children?: ReactNode }) => (
  <div className={classes.card}>
    <dt>{name}</dt>
    <dd className={classes.value}>{value}</dd>
    {children ? <dd className={classes.change}>{children}</dd> : null}
  </div>
);
