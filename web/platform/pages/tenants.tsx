import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { IconAlertTriangle, IconBuildingSkyscraper, IconCheck, IconLock, IconSearch, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { tenantsQuery } from '../api.ts';

/** All businesses of the installation, with the state of their schemas. */
export function TenantsPage() {
  const { q } = useSearch({ strict: false });
  const navigate = useNavigate();
  const list = useInfiniteQuery(tenantsQuery(q));
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const seek = useDebouncedCallback(
    (text: string) => void navigate({ to: '/', search: { q: text.trim() || undefined } as never, replace: true }),
    250,
  );
  return (
    <Page title="Businesses" about="Every business of this installation, its state and the version of its schemas.">
      <FilterRow>
        <TextInput
          type="search"
          aria-label="Search businesses"
          placeholder="Name or address"
          leftSection={<IconSearch size="1.2em" />}
          defaultValue={q ?? ''}
          onChange={({ currentTarget }) => seek(currentTarget.value)}
        />
      </FilterRow>
      <Loaded query={list} skeleton={<RowsSkeleton rows={6} />}>
        {() =>
          rows.length > 0 ? (
            <Table
              label="Businesses"
              columns={columns}
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
            <Empty icon={<IconBuildingSkyscraper />} title="No businesses yet">
              Create the first one on the command line: npm run smooth -- tenant create
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

const states = {
  active: { tone: 'green', icon: IconCheck, word: 'Active' },
  suspended: { tone: 'amber', icon: IconLock, word: 'Suspended' },
  closed: { tone: 'quiet', icon: IconX, word: 'Closed' },
} as const;

const columns: Column<TenantSummary>[] = [
  {
    name: 'Name',
    cell: ({ name, address }) => (
      <a href={address} target="_blank" rel="noreferrer" className={rowLink}>
        {name}
      </a>
    ),
  },
  { name: 'Address', cell: ({ address }) => address.replace(/^https?:\/\//, '') },
  {
    name: 'Status',
    cell: ({ status }) => (
      <Mark tone={states[status].tone} icon={states[status].icon}>
        {states[status].word}
      </Mark>
    ),
  },
  { name: 'Plan', cell: ({ tier, is_temporary }) => `${tier}${is_temporary ? ', demo account' : ''}` },
  { name: 'Time zone', cell: ({ time_zone }) => time_zone.replaceAll('_', ' ') },
  { name: 'Schemas', cell: ({ schemas }) => <Schemas schemas={schemas} /> },
  { name: 'Since', cell: ({ created_at }) => created_at.slice(0, 10) },
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
