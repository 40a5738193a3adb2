import { Button, Select } from '@mantine/core';
import type { ApiRequest } from '@smooth/contract/tokens/tokens.ts';
import { IconTimeline } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Loaded } from '../../ui/loaded.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { requestsQuery, tokenQuery } from '../api.ts';
import { RequestPanel } from '../components/request-panel.tsx';
import { RequestTable } from '../components/request-table.tsx';
import { filterOf, isNarrowed, type RequestSearch, statusClasses } from '../search.ts';

/** What was asked with a token. */
export function TokenRequestsPage() {
  const { id } = useParams({ from: '/shell/developers/$id/requests' });
  const { text } = useSpeech('tokens');
  const token = useQuery(tokenQuery(id));
  const back = (
    <Button component={Link} to="/developers" variant="default">
      {text('back')}
    </Button>
  );
  const name = token.data?.name;
  return (
    <Page title={name ? text('requests_of', { name }) : text('requests')} about={text('requests_about')} action={back}>
      <Requests id={id} />
    </Page>
  );
}

function Requests({ id }: { id: string }) {
  const { text } = useSpeech('tokens');
  const search = useSearch({ from: '/shell/developers/$id/requests' });
  const navigate = useNavigate();
  const list = useInfiniteQuery(requestsQuery(id, filterOf(search)));
  const rows: ApiRequest[] = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const go = (change: RequestSearch) => void navigate({ to: '.', search: { ...search, ...change }, replace: true });
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
          ) : isNarrowed(search) ? (
            <NothingFound onReset={() => void navigate({ to: '.', search: {} })} />
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
