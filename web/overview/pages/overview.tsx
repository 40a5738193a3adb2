import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Empty } from '../../ui/states.tsx';
import { overviewQuery } from '../api.ts';
import { DaysSection } from '../components/days-section.tsx';
import { NumberCards } from '../components/number-cards.tsx';
import { OverviewSkeleton } from '../components/overview-skeleton.tsx';
import { PeriodSwitch } from '../components/period-switch.tsx';
import { ServicesSection, UtilisationSection } from '../components/shares.tsx';
import { TodayStrip } from '../components/today-strip.tsx';
import { daysCsv } from '../csv.ts';
import { MOST_DAYS, type Period, periodBefore, periodOf, periodProblem } from '../period.ts';
import classes from '../components/overview.module.css';

/** How the business goes: today, and a period against the one before. */
export function OverviewPage() {
  const { text } = useSpeech('overview');
  const search = useSearch({ from: '/shell/overview' });
  const navigate = useNavigate();
  const { dayRange } = useFormat();
  const today = useToday();
  const period = periodOf(search, today);
  const found = periodProblem(period);
  const problem = found && text(found, { days: MOST_DAYS });
  return (
    <Page
      title={text('overview')}
      about={problem ? undefined : dayRange(period.from, period.to)}
      action={problem ? undefined : <Download period={period} />}
    >
      <TodayStrip today={today} />
      <FilterRow>
        <PeriodSwitch
          search={search}
          period={period}
          problem={problem}
          onChange={(changed) => void navigate({ to: '/overview', search: changed, replace: true })}
        />
      </FilterRow>
      {problem ? <Empty title={text('no_days')}>{problem}</Empty> : <Numbers period={period} />}
    </Page>
  );
}

function Numbers({ period }: { period: Period }) {
  const overview = useQuery(overviewQuery(period));
  const before = useQuery(overviewQuery(periodBefore(period)));
  return (
    <Loaded query={overview} skeleton={<OverviewSkeleton />}>
      {(found) => (
        <div className={classes.numbers} data-waiting={overview.isPlaceholderData}>
          <NumberCards now={found} before={before.isPlaceholderData ? undefined : before.data} />
          <DaysSection overview={found} />
          <div className={classes.pair}>
            <UtilisationSection overview={found} />
            <ServicesSection overview={found} />
          </div>
        </div>
      )}
    </Loaded>
  );
}

function Download({ period }: { period: Period }) {
  const { text } = useSpeech('overview');
  const { minorDigits } = useFormat();
  const { data, isPlaceholderData } = useQuery(overviewQuery(period));
  const name = `overview-${period.from}-${period.to}.csv`;
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size="1.3em" />}
      disabled={!data || isPlaceholderData}
      onClick={() => data && saveFile(name, daysCsv(data, minorDigits), 'text/csv')}
    >
      {text('download')}
    </Button>
  );
}
