import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import { IconBan, IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { useMay } from '../../identity/api.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { type Column, rowLink, Table } from '../../ui/table.tsx';
import { customersQuery } from '../api.ts';

export function CustomersPage() {
  const { q } = useSearch({ from: '/shell/customers' });
  const params = useParams({ strict: false });
  const navigate = useNavigate();
  const format = useFormat();
  const list = useInfiniteQuery(customersQuery(q));
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const seek = useDebouncedCallback(
    (text: string) => void navigate({ to: '.', search: { q: text.trim() || undefined }, replace: true }),
    250,
  );
  return (
    <StepsProvider
      ids={rows.map(({ id }) => id)}
      go={(id) => void navigate({ to: '/customers/$id', params: { id }, search: { q }, replace: true })}
    >
      <Page title="Customers" action={<Add />}>
        <FilterRow>
          <TextInput
            type="search"
            aria-label="Search customers"
            placeholder="Name, e-mail or phone"
            leftSection={<IconSearch size="1.2em" />}
            defaultValue={q ?? ''}
            onChange={({ currentTarget }) => seek(currentTarget.value)}
          />
        </FilterRow>
        <Loaded query={list} skeleton={<RowsSkeleton rows={12} />}>
          {() =>
            rows.length > 0 ? (
              <Table
                label="Customers"
                columns={columns(format, q)}
                rows={rows}
                keyOf={({ id }) => id}
                openKey={params.id}
                more={
                  list.hasNextPage
                    ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                    : undefined
                }
              />
            ) : q ? (
              <NothingFound />
            ) : (
              <Empty icon={<IconUsers />} title="No customers yet">
                Everybody who books is added here by itself. You can also add people you know already.
              </Empty>
            )
          }
        </Loaded>
      </Page>
      <Outlet />
    </StepsProvider>
  );
}

function Add() {
  const may = useMay();
  if (!may('customer.create')) return null;
  return (
    <Button component={Link} to="/customers/new" leftSection={<IconUserPlus size="1.3em" />}>
      Add customer
    </Button>
  );
}

const columns = (format: Format, q: string | undefined): Column<Customer>[] => [
  {
    name: 'Name',
    cell: ({ id, name }) => (
      <Link to="/customers/$id" params={{ id }} search={{ q }} className={rowLink}>
        {name}
      </Link>
    ),
  },
  { name: 'E-mail', cell: ({ email }) => email },
  { name: 'Phone', cell: ({ phone }) => phone },
  { name: 'Next', cell: ({ next_start }) => (next_start ? format.shortDate(next_start) : null) },
  { name: 'Last', cell: ({ last_start }) => (last_start ? format.shortDate(last_start) : null) },
  {
    name: 'State',
    cell: ({ is_blocked }) =>
      is_blocked ? (
        <Mark tone="red" icon={IconBan}>
          Blocked
        </Mark>
      ) : null,
  },
  { name: 'Appointments', number: true, cell: ({ appointment_count }) => appointment_count },
];
