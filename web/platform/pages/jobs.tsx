import { Button, Select } from '@mantine/core';
import { type Job, jobStates } from '@smooth/contract/platform/jobs.ts';
import { IconAlertTriangle, IconChecklist, IconClock, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import type { Format } from '../../app/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { aboveRow, type Column, Table } from '../../ui/table.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { type JobState, jobsQuery, useRetryJobs } from '../api/jobs.ts';
import { useConsoleMay } from '../way.tsx';

/** What the workers have to do: kept fresh while one looks. */
export function JobsPage() {
  const speech = useSpeech('platform');
  const { text, count } = speech;
  const format = useFormat();
  const [state, setState] = useState<JobState | undefined>();
  const list = useInfiniteQuery(jobsQuery(state));
  const retry = useRetryJobs();
  const mayRetry = useConsoleMay()('job.retry');
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const failed = rows.filter((job) => job.state === 'failed').map(({ id }) => id);
  const again = (ids: string[]) =>
    retry.mutate(ids, { onSuccess: ({ retried }) => tell(count('job_retried', retried)), onError: tellRefusal });
  const retryAll =
    mayRetry && failed.length > 0 ? (
      <Button loading={retry.isPending} onClick={() => again(failed.slice(0, 200))}>
        {count('job_retry_all', failed.length)}
      </Button>
    ) : null;
  return (
    <Page title={text('jobs')} about={text('jobs_about')} action={retryAll}>
      <FilterRow>
        <Select
          aria-label={text('status')}
          placeholder={text('job_any')}
          clearable
          data={jobStates.map((value) => ({ value, label: text(`job_${value}`) }))}
          value={state ?? null}
          onChange={(chosen) => setState(chosen ?? undefined)}
        />
      </FilterRow>
      <Loaded query={list} skeleton={<RowsSkeleton rows={8} />}>
        {() =>
          rows.length > 0 ? (
            <Table
              label={text('jobs')}
              columns={columnsIn({ speech, format, onRetry: mayRetry ? (id) => again([id]) : null })}
              rows={rows}
              keyOf={({ id }) => id}
              more={
                list.hasNextPage
                  ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                  : undefined
              }
            />
          ) : (
            <Empty icon={<IconChecklist />} title={text('jobs_none')}>
              {text('jobs_none_text')}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

const states = {
  queued: { tone: 'quiet', icon: IconClock },
  running: { tone: 'blue', icon: IconPlayerPlay },
  retrying: { tone: 'amber', icon: IconRefresh },
  failed: { tone: 'red', icon: IconAlertTriangle },
} as const;

interface Columns {
  speech: SpeechOf<'platform'>;
  format: Format;
  onRetry: ((id: string) => void) | null;
}

const columnsIn = ({ speech: { text }, format, onRetry }: Columns): Column<Job>[] => [
  { name: text('job'), cell: ({ name }) => <strong>{name}</strong> },
  { name: text('job_business'), cell: ({ tenant }) => tenant?.name },
  {
    name: text('status'),
    cell: ({ state }) => (
      <Mark tone={states[state].tone} icon={states[state].icon}>
        {text(`job_${state}`)}
      </Mark>
    ),
  },
  {
    name: text('job_tries'),
    number: true,
    cell: ({ attempts, max_attempts: allowed }) => text('used_of', { used: attempts, allowed }),
  },
  { name: text('job_next'), cell: ({ next_at }) => next_at && format.dateTime(next_at) },
  { name: text('job_error'), cell: ({ error }) => error },
  {
    name: text('job_retry'),
    cell: ({ id, state }) =>
      onRetry && (state === 'failed' || state === 'retrying') ? (
        <Button className={aboveRow} size="compact-xs" variant="default" onClick={() => onRetry(id)}>
          {text('job_retry')}
        </Button>
      ) : null,
  },
];
