import { Checkbox, Select } from '@mantine/core';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import { IconBan, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { customersQuery, tagsQuery } from '../api.ts';
import { ListTools } from '../components/list-tools.tsx';
import { Tags } from '../components/tags.tsx';
import { type CustomerSearch, isNarrowed } from '../search.ts';

export function CustomersPage() {
  const search = useSearch({ from: '/shell/customers' });
  const params = useParams({ strict: false });
  const navigate = useNavigate();
  const format = useFormat();
  const speech = useSpeech('customers');
  const { text } = speech;
  const list = useInfiniteQuery(customersQuery(search));
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const narrow = (change: CustomerSearch) =>
    void navigate({ to: '.', search: { ...search, ...change }, replace: true });
  return (
    <StepsProvider
      ids={rows.map(({ id }) => id)}
      go={(id) => void navigate({ to: '/customers/$id', params: { id }, search, replace: true })}
    >
      <Page title={text('customers')} action={<ListTools search={search} />}>
        <FilterRow>
          <SearchField
            label={text('search')}
            placeholder={text('search_by')}
            sought={search.q}
            onSeek={(q) => narrow({ q })}
          />
          <TagFilter value={search.tag} onChange={(tag) => narrow({ tag })} />
          <Checkbox
            label={text('blocked_only')}
            checked={search.blocked ?? false}
            onChange={({ currentTarget }) => narrow({ blocked: currentTarget.checked || undefined })}
          />
        </FilterRow>
        <Loaded query={list} skeleton={<RowsSkeleton rows={12} />}>
          {() =>
            rows.length > 0 ? (
              <Table
                label={text('customers')}
                columns={columns({ format, search, speech })}
                rows={rows}
                keyOf={({ id }) => id}
                openKey={params.id}
                more={
                  list.hasNextPage
                    ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                    : undefined
                }
              />
            ) : isNarrowed(search) ? (
              <NothingFound onReset={() => void navigate({ to: '.', search: {} })} />
            ) : (
              <Empty icon={<IconUsers />} title={text('none')}>
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

function TagFilter({ value, onChange }: { value: string | undefined; onChange: (tag: string | undefined) => void }) {
  const { text } = useSpeech('customers');
  const { data: tags = [] } = useQuery(tagsQuery);
  if (tags.length === 0 && !value) return null;
  const known = tags.map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }));
  return (
    <Select
      aria-label={text('tag')}
      placeholder={text('any_tag')}
      clearable
      searchable
      data={value && !tags.some(({ tag }) => tag === value) ? [...known, value] : known}
      value={value ?? null}
      onChange={(tag) => onChange(tag ?? undefined)}
    />
  );
}

interface Columns {
  format: Format;
  search: CustomerSearch;
  speech: SpeechOf<'customers'>;
}

const columns = ({ format, search, speech: { text } }: Columns): Column<Customer>[] => [
  {
    name: text('name'),
    cell: ({ id, name }) => (
      <Link to="/customers/$id" params={{ id }} search={search} className={rowLink}>
        {name}
      </Link>
    ),
  },
  { name: text('email'), cell: ({ email }) => email },
  { name: text('phone'), cell: ({ phone }) => phone },
  { name: text('tags'), cell: ({ tags }) => (tags.length > 0 ? <Tags tags={tags} /> : null) },
  { name: text('next'), cell: ({ next_start }) => (next_start ? format.shortDate(next_start) : null) },
  { name: text('last'), cell: ({ last_start }) => (last_start ? format.shortDate(last_start) : null) },
  {
    name: text('state'),
    cell: ({ is_blocked }) =>
      is_blocked ? (
        <Mark tone="red" icon={IconBan}>
          {text('blocked')}
        </Mark>
      ) : null,
  },
  { name: text('appointments'), number: true, cell: ({ appointment_count }) => appointment_count },
];
