import { SegmentedControl } from '@mantine/core';
import { useSpeech } from '../../words/use-speech.tsx';
import { DateField } from '../../app/date-field.tsx';
import type { OverviewSearch, Period, PeriodName } from '../period.ts';
import classes from './overview.module.css';

interface PeriodSwitch {
  search: OverviewSearch;
  period: Period;
  problem: string | null;
  onChange: (search: OverviewSearch) => void;
}

/** Which days to look at; own days begin as those on screen. */
export function PeriodSwitch({ search, period, problem, onChange }: PeriodSwitch) {
  const { text } = useSpeech('overview');
  const chosen = search.period ?? '30d';
  const choose = (name: PeriodName) => onChange(name === 'custom' ? { period: name, ...period } : { period: name });
  return (
    <>
      <SegmentedControl
        className={classes.switch}
        aria-label={text('period')}
        data={[
          { value: '7d', label: text('seven_days') },
          { value: '30d', label: text('thirty_days') },
          { value: 'month', label: text('this_month') },
          { value: 'custom', label: text('custom') },
        ]}
        value={chosen}
        onChange={choose}
      />
      {chosen === 'custom' ? (
        <>
          <DateField
            label={text('first_day')}
            value={period.from}
            onChange={(from) => onChange({ period: 'custom', ...period, from })}
          />
          <DateField
            label={text('last_day')}
            value={period.to}
            error={problem}
            onChange={(to) => onChange({ period: 'custom', ...period, to })}
          />
        </>
      ) : null}
    </>
  );
}
