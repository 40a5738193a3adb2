import type { PlatformOverview } from '@smooth/contract/platform/overview.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import classes from '../../overview/components/overview.module.css';
import { OverviewSkeleton } from '../../overview/components/overview-skeleton.tsx';
import { type Share, Shares } from '../../overview/components/shares.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { overviewQuery } from '../api/overview.ts';
import { PlatformFigures } from '../components/platform-figures.tsx';
import { WeeksSection } from '../components/weeks-section.tsx';
import { Way } from '../way.tsx';
import { tierName } from '../tiers.ts';
import { usedOf } from '../used-of.ts';

/** The whole platform at a glance: how many, how busy, and what needs a hand. */
export function OverviewPage() {
  const { text } = useSpeech('platform');
  const overview = useQuery(overviewQuery);
  return (
    <Page title={text('overview')} about={text('overview_about')}>
      <Loaded query={overview} skeleton={<OverviewSkeleton />}>
        {(found) => <Numbers overview={found} />}
      </Loaded>
    </Page>
  );
}

function Numbers({ overview }: { overview: PlatformOverview }) {
  const { text } = useSpeech('platform');
  const format = useFormat();
  const { weeks, counted_at } = overview;
  return (
    <div className={classes.numbers}>
      <PlatformFigures overview={overview} />
      <div className={classes.pair}>
        <WeeksSection title={text('booked_per_week')} weeks={weeks} of="appointments" />
        <WeeksSection title={text('new_per_week')} weeks={weeks} of="businesses" />
        <WeeksSection title={text('entered_per_week')} weeks={weeks} of="sign_ins" />
        <NearLimits overview={overview} />
        <ByStatus overview={overview} />
        <ByPlan overview={overview} />
      </div>
      <Migrations overview={overview} />
      <p className="caption">
        {counted_at ? text('counted_at', { when: format.dateTime(counted_at) }) : text('not_counted')}
      </p>
    </div>
  );
}

const color = 'var(--chart-ahead)';

function ByStatus({ overview: { businesses } }: { overview: PlatformOverview }) {
  const { text } = useSpeech('platform');
  const { count, percent } = useFormat();
  const shares = businesses.by_status.map(({ status, count: number }) =>
    shareOf({ id: status, name: text(`status_${status}`), to: { status }, number, whole: businesses.total }),
  );
  return (
    <Section title={text('by_status')}>
      <Shares shares={shares.map(shown({ count, percent }))} none={text('none')} />
    </Section>
  );
}

function ByPlan({ overview: { businesses } }: { overview: PlatformOverview }) {
  const { text } = useSpeech('platform');
  const { count, percent } = useFormat();
  const whole = businesses.by_tier.reduce((sum, tier) => sum + tier.count, 0);
  const shares = businesses.by_tier.map(({ tier, count: number }) =>
    shareOf({ id: tier, name: tierName[tier], to: { tier }, number, whole }),
  );
  return (
    <Section title={text('by_plan')}>
      <Shares shares={shares.map(shown({ count, percent }))} none={text('none')} />
    </Section>
  );
}

interface Counted {
  id: string;
  name: string;
  /** The list narrowed to them. */
  to: object;
  number: number;
  whole: number;
}
const shareOf = ({ id, name, to, number, whole }: Counted) => ({
  id,
  name,
  color,
  link: (
    <Way to="/businesses" search={to}>
      {name}
    </Way>
  ),
  length: whole > 0 ? number / whole : 0,
  number,
});

const shown =
  ({ count, percent }: { count: (value: number) => string; percent: (share: number) => string }) =>
  ({ number, ...share }: ReturnType<typeof shareOf>): Share => ({
    ...share,
    value: count(number),
    about: percent(share.length),
  });

function NearLimits({ overview }: { overview: PlatformOverview }) {
  const { text } = useSpeech('platform');
  const { count, percent } = useFormat();
  const shares = overview.near_limits.map(({ business: { id, name }, limit, used, allowed }): Share => ({
    id: `${id} ${limit}`,
    name,
    color: used >= allowed ? 'var(--chart-missed)' : color,
    link: <Way to={`/businesses/${id}`}>{name}</Way>,
    length: Math.min(1, used / Math.max(1, allowed)),
    value: percent(used / Math.max(1, allowed)),
    about: `${text(`limit_${limit}`)}: ${usedOf({ text, count }, used, allowed)}`,
  }));
  return (
    <Section title={text('near_limits')} about={text('near_limits_about')}>
      <Shares shares={shares} none={text('near_none')} />
    </Section>
  );
}

function Migrations({ overview: { schemas } }: { overview: PlatformOverview }) {
  const { text } = useSpeech('platform');
  return (
    <Section title={text('migrations')}>
      {schemas.failures.length > 0 ? (
        <Table
          label={text('migrations')}
          columns={failureColumns(text)}
          rows={schemas.failures}
          keyOf={({ business, mode }) => `${business.id} ${mode}`}
        />
      ) : (
        <p className="soft">{text('migrations_fine')}</p>
      )}
    </Section>
  );
}

type Failure = PlatformOverview['schemas']['failures'][number];

const failureColumns = (text: SpeechOf<'platform'>['text']): Column<Failure>[] => [
  { name: text('business'), cell: ({ business: { id, name } }) => <Way to={`/businesses/${id}`}>{name}</Way> },
  { name: text('schemas'), cell: ({ mode }) => text(`schema_${mode}`) },
  {
    name: text('status'),
    cell: ({ version, newest }) => (
      <Mark tone="red" icon={IconAlertTriangle}>
        {text('schema_version', { version, newest })}
      </Mark>
    ),
  },
  { name: text('job_error'), cell: ({ error }) => error && <span title={error}>{error}</span> },
];
