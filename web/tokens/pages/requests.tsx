import { Select } from '@mantine/core';
import type { ApiRequest } from '@smooth/contract/tokens/tokens.ts';
import { IconTimeline } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { DevelopersPage } from '../../developers/components/developers-page.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FilterRow } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { requestsQuery, tokensQuery } from '../api.ts';
import { RequestPanel } from '../components/request-panel.tsx';
import { RequestTable } from '../components/request-table.tsx';
import { filterOf, isNarrowed, type RequestSearch, statusClasses } from '../search.ts';

/** What was asked with the tokens of the business. */
export function RequestsPage() {
  const { text } = useSpeech('tokens');
  return (
    <DevelopersPage part="requests" about={text('requests_about')}>
      <Requests />
    </DevelopersPage>
  );
}

function Requests() {
  const { text } = useSpeech('tokens');
  const search = useSearch({ from: '/shell/developers/requests' });
  const navigate = useNavigate({ from: '/developers/requests' });
  const filter = filterOf(search);
  const list = useInfiniteQuery(requestsQuery(filter));
  const rows: ApiRequest[] = list.data?.pages.flatMap(({ data }) => data) ?? [];
  // Upon what the address says at that moment: a search that was typed before must not bring back what was left since.
  const go = (change: RequestSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const open = rows.find((row) => row.id === search.request);
  return (
    <StepsProvider ids={rows.map((row) => row.id)} go={(request) => go({ request })}>
      <Filters search={search} onChange={go} />
      <Loaded query={list} skeleton={<RowsSkeleton rows={10} />}>
        {() =>
          rows.length > 0 ? (
            <RequestTable
              rows={rows}
              open={search.request}
              more={
                list.hasNextPage
                  ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                  : undefined
              }
            />
          ) : isNarrowed(filter) ? (
            <NothingFound onReset={() => void navigate({ search: {} })} />
          ) : (
            <Empty icon={<IconTimeline />} title={text('no_requests')}>
              {text('no_requests_text')}
            </Empty>
          )
        }
      </Loaded>
      {open ? <RequestPanel request={open} onClose={() => go({ request: undefined })} /> : null}
    </StepsProvider>
  );
}

interface Filters {
  search: RequestSearch;
  onChange: (change: RequestSearch) => void;
}

function Filters({ search, onChange }: Filters) {
  const { text } = useSpeech('tokens');
  const { data: tokens = [] } = useQuery(tokensQuery);
  const label = { '2xx': 'status_2xx', '4xx': 'status_4xx', '5xx': 'status_5xx' } as const;
  return (
    <FilterRow>
      <SearchField
        label={text('search')}
        placeholder={text('search_by')}
        sought={search.q}
        onSeek={(q) => onChange({ q })}
      />
      <Select
        aria-label={text('token')}
        placeholder={text('any_token')}
        clearable
        searchable
        data={tokens.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.token ?? null}
        onChange={(token) => onChange({ token: token ?? undefined })}
      />
      <Select
        aria-label={text('status')}
        placeholder={text('any_status')}
        clearable
        data={statusClasses.map((value) => ({ value, label: text(label[value]) }))}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: statusClasses.find((one) => one === status) })}
      />
    </FilterRow>
  );
}
