import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { IconAlertTriangle, IconBuildingSkyscraper, IconCheck, IconLock, IconSearch, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { tenantsQuery } from '../api.ts';

/** All businesses of the installation, with the state of their schemas. */
export function TenantsPage() {
  const { text } = useSpeech('platform');
  const { q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const list = useInfiniteQuery(tenantsQuery(q));
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const seek = useDebouncedCallback(
    (typed: string) => void navigate({ to: '/', search: { q: typed.trim() || undefined } as never, replace: true }),
    250,
  );
  return (
    <Page title={text('businesses')} about={text('about')}>
      <FilterRow>
        <TextInput
          type="search"
          aria-label={text('search')}
          placeholder={text('search_by')}
          leftSection={<IconSearch size="1.2em" />}
          defaultValue={q ?? ''}
          onChange={({ currentTarget }) => seek(currentTarget.value)}
        />
      </FilterRow>
      <Loaded query={list} skeleton={<RowsSkeleton rows={6} />}>
        {() =>
          rows.length > 0 ? (
            <Table
              label={text('businesses')}
              columns={columnsIn({ text })}
              rows={rows}
              keyOf={({ id }) => id}
              more={
                list.hasNextPage
                  ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                  : undefined
              }
            />
          ) : q ? (
            <NothingFound />
          ) : (
            <Empty icon={<IconBuildingSkyscraper />} title={text('none')}>
              {text('none_text', { command: 'npm run smooth -- tenant create' })}
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

const states = {
  active: { tone: 'green', icon: IconCheck, word: 'status_active' },
  suspended: { tone: 'amber', icon: IconLock, word: 'status_suspended' },
  closed: { tone: 'quiet', icon: IconX, word: 'status_closed' },
} as const;

const columnsIn = ({ text }: Pick<SpeechOf<'platform'>, 'text'>): Column<TenantSummary>[] => [
  {
    name: text('name'),
    cell: ({ name, address }) => (
      <a href={address} target="_blank" rel="noreferrer" className={rowLink}>
        {name}
      </a>
    ),
  },
  { name: text('address'), cell: ({ address }) => address.replace(/^https?:\/\//, '') },
  {
    name: text('status'),
    cell: ({ status }) => (
      <Mark tone={states[status].tone} icon={states[status].icon}>
        {text(states[status].word)}
      </Mark>
    ),
  },
  {
    name: text('plan'),
    cell: ({ tier, is_temporary }) => (is_temporary ? text('demo_account', { plan: tier }) : tier),
  },
  { name: text('time_zone'), cell: ({ time_zone }) => time_zone.replaceAll('_', ' ') },
  { name: text('schemas'), cell: ({ schemas }) => <Schemas schemas={schemas} /> },
  { name: text('since'), cell: ({ created_at }) => created_at.slice(0, 10) },
];

function Schemas({ schemas }: Pick<TenantSummary, 'schemas'>) {
  const failed = schemas.find(({ error }) => error !== null);
  if (failed) {
    return (
      <Mark tone="red" icon={IconAlertTriangle}>
        {`${failed.mode}: ${failed.error}`}
      </Mark>
    );
  }
  return <>{schemas.map(({ mode, version }) => `${mode} ${version}`).join(', ')}</>;
}
