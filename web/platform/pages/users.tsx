import { Button, Select } from '@mantine/core';
import { roles } from '@smooth/contract/identity/roles.ts';
import type { PlatformUser } from '@smooth/contract/platform/users.ts';
import { IconUserShare } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { ActAs } from '../../identity/components/act-as.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { FilterRow, Page } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { NotAllowed, NothingFound } from '../../ui/states.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { aboveRow, type Column, rowLink, Table } from '../../ui/table.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { type UserSearch, usersQuery } from '../api/users.ts';
import { RoleMark } from '../components/role-mark.tsx';
import { useConsoleMay, useGo, useWayParams, useWaySearch, Way } from '../way.tsx';

/** The people of the platform and of all businesses; from here one acts as somebody. */
export function UsersPage() {
  const { text } = useSpeech('platform');
  const may = useConsoleMay();
  if (!may('platform_user.read'))
    return (
      <Page title={text('users')}>
        <NotAllowed />
      </Page>
    );
  return <Users />;
}

function Users() {
  const speech = useSpeech('platform');
  const { text } = speech;
  const search = useWaySearch<UserSearch>();
  const { id } = useWayParams();
  const go = useGo();
  const opens = useConsoleMay()('platform_grant.read');
  const list = useInfiniteQuery(usersQuery(search));
  const [person, setPerson] = useState<PlatformUser | null>(null);
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const narrow = (change: UserSearch) => go('.', { ...search, ...change }, true);
  const more = list.hasNextPage
    ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
    : undefined;
  const ids = rows.filter(({ tenant }) => tenant === null).map((row) => row.id);
  return (
    <StepsProvider ids={ids} go={(to) => go(`/users/${to}`, search, true)}>
      <Page title={text('users')} about={text('users_about')}>
        <FilterRow>
          <SearchField
            label={text('search_users')}
            placeholder={text('search_users_by')}
            sought={search.q}
            onSeek={(q) => narrow({ q })}
          />
          <Select
            aria-label={text('role')}
            placeholder={text('any_role')}
            clearable
            data={roles.map((value) => ({ value, label: text(`role_${value}`) }))}
            value={search.role ?? null}
            onChange={(role) => narrow({ role: role ?? undefined })}
          />
        </FilterRow>
        <Loaded query={list} skeleton={<RowsSkeleton rows={8} />}>
          {() =>
            rows.length > 0 ? (
              <Table
                label={text('users')}
                columns={columnsIn({ speech, search, opens, onActAs: setPerson })}
                rows={rows}
                keyOf={(row) => row.id}
                openKey={id}
                more={more}
              />
            ) : (
              <NothingFound onReset={() => go('.')} />
            )
          }
        </Loaded>
        {person ? <ActAs person={person} choosesMode={person.can.choose_mode} onClose={() => setPerson(null)} /> : null}
      </Page>
      <Outlet />
    </StepsProvider>
  );
}

interface Columns {
  speech: SpeechOf<'platform'>;
  search: UserSearch;
  /** Whether what people of the platform may do can be looked at. */
  opens: boolean;
  onActAs: (person: PlatformUser) => void;
}

const columnsIn = ({ speech: { text }, search, opens, onActAs }: Columns): Column<PlatformUser>[] => [
  {
    name: text('name'),
    cell: ({ id, name, is_active, tenant }) => {
      const shown = is_active ? name : text('switched_off', { name });
      return opens && tenant === null ? (
        <Way to={`/users/${id}`} search={search} className={rowLink}>
          {shown}
        </Way>
      ) : (
        shown
      );
    },
  },
  { name: text('email'), cell: ({ email }) => email },
  { name: text('role'), cell: ({ role }) => <RoleMark role={role} /> },
  {
    name: text('business'),
    cell: ({ tenant, is_sandbox }) => tenant && (is_sandbox ? text('in_sandbox', { name: tenant.name }) : tenant.name),
  },
  {
    name: text('act'),
    cell: (person) =>
      person.can.masquerade && person.is_active ? (
        <Button
          className={aboveRow}
          size="compact-sm"
          variant="default"
          leftSection={<IconUserShare size="1.1em" />}
          onClick={() => onActAs(person)}
          aria-label={text('act_as', { name: person.name })}
        >
          {text('act')}
        </Button>
      ) : null,
  },
];
