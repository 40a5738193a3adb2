import { SegmentedControl } from '@mantine/core';
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
  const chosen = search.period ?? '30d';
  const choose = (name: PeriodName) => onChange(name === 'custom' ? { period: name, ...period } : { period: name });
  return (
    <>
      <SegmentedControl
        className={classes.switch}
        aria-label="Period"
        data={[
          { value: '7d', label: '7 days' },
          { value: '30d', label: '30 days' },
          { value: 'month', label: 'This month' },
          { value: 'custom', label: 'Custom' },
        ]}
        value={chosen}
        onChange={choose}
      />
      {chosen === 'custom' ? (
        <>
          <DateField
            label="First day"
            value={period.from}
            onChange={(from) => onChange({ period: 'custom', ...period, from })}
          />
          <DateField
            label="Last day"
            value={period.to}
            error={problem}
            onChange={(to) => onChange({ period: 'custom', ...period, to })}
          />
        </>
      ) : null}
    </>
  );
}
