import { Button, Select } from '@mantine/core';
import { type TenantSummary, tenantStatuses } from '@smooth/contract/platform/tenants.ts';
import { IconBuildingSkyscraper, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { type TenantSearch, tenantsQuery } from '../api/tenants.ts';
import { useConsoleMay, useGo, Way, useWayParams, useWaySearch } from '../way.tsx';
import { TenantMark } from '../components/tenant-mark.tsx';
import { tierChoices, tierName } from '../tiers.ts';
import { usedOf } from '../used-of.ts';

/** All businesses of the installation, with what they use and the state of their schemas. */
export function TenantsPage() {
  const speech = useSpeech('platform');
  const { text } = speech;
  const search = useWaySearch<TenantSearch>();
  const { id } = useWayParams();
  const go = useGo();
  const format = useFormat();
  const list = useInfiniteQuery(tenantsQuery(search));
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const narrow = (change: TenantSearch) => go('.', { ...search, ...change }, true);
  return (
    <StepsProvider ids={rows.map((row) => row.id)} go={(to) => go(`/businesses/${to}`, search, true)}>
      <Page title={text('businesses')} about={text('about')} action={<Add search={search} />}>
        <FilterRow>
          <SearchField
            label={text('search')}
            placeholder={text('search_by')}
            sought={search.q}
            onSeek={(q) => narrow({ q })}
          />
          <Select
            aria-label={text('status')}
            placeholder={text('any_status')}
            clearable
            data={tenantStatuses.map((value) => ({ value, label: text(`status_${value}`) }))}
            value={search.status ?? null}
            onChange={(status) => narrow({ status: status ?? undefined })}
          />
          <Select
            aria-label={text('plan')}
            placeholder={text('any_plan')}
            clearable
            data={tierChoices}
            value={search.tier ?? null}
            onChange={(tier) => narrow({ tier: tier ?? undefined })}
          />
        </FilterRow>
        <Loaded query={list} skeleton={<RowsSkeleton rows={8} />}>
          {() =>
            rows.length > 0 ? (
              <Table
                label={text('businesses')}
                columns={columnsIn({ speech, format, search })}
                rows={rows}
                keyOf={(row) => row.id}
                openKey={id}
                more={
                  list.hasNextPage
                    ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                    : undefined
                }
              />
            ) : search.q || search.status || search.tier ? (
              <NothingFound onReset={() => go('.')} />
            ) : (
              <Empty icon={<IconBuildingSkyscraper />} title={text('none')}>
                {text('none_text')}
              </Empty>
            )
          }
        </Loaded>
      </Page>
      <Outlet />
    </StepsProvider>
  );
}

function Add({ search }: { search: TenantSearch }) {
  const { text } = useSpeech('platform');
  const go = useGo();
  if (!useConsoleMay()('tenant.create')) return null;
  return (
    <Button leftSection={<IconPlus size="1.2em" />} onClick={() => go('/businesses/new', search)}>
      {text('new_business')}
    </Button>
  );
}

interface Columns {
  speech: SpeechOf<'platform'>;
  format: Format;
  search: TenantSearch;
}

const columnsIn = ({ speech: { text }, format, search }: Columns): Column<TenantSummary>[] => [
  {
    name: text('name'),
    cell: ({ id, name }) => (
      <Way to={`/businesses/${id}`} search={search} className={rowLink}>
        {name}
      </Way>
    ),
  },
  { name: text('address'), cell: ({ address }) => address.replace(/^https?:\/\//, '') },
  { name: text('status'), cell: (tenant) => <TenantMark {...tenant} /> },
  {
    name: text('plan'),
    cell: ({ tier, is_temporary }) => (is_temporary ? text('demo_account', { plan: tierName[tier] }) : tierName[tier]),
  },
  {
    name: text('limit_staff'),
    number: true,
    named: true,
    cell: (tenant) => usageIn({ text, format }, tenant, 'staff'),
  },
  {
    name: text('limit_appointments_per_month'),
    number: true,
    named: true,
    cell: (tenant) => usageIn({ text, format }, tenant, 'appointments_per_month'),
  },
  { name: text('since'), cell: ({ created_at }) => format.shortDate(created_at) },
];

/** Nothing where it is not counted yet. */
function usageIn(
  { text, format: { count } }: Pick<Columns['speech'], 'text'> & Pick<Columns, 'format'>,
  { usage, entitlements }: TenantSummary,
  limit: 'staff' | 'appointments_per_month',
) {
  if (!usage) return null;
  const allowed = entitlements.limits[limit];
  return allowed === null ? count(usage[limit]) : usedOf({ text, count }, usage[limit], allowed);
}
