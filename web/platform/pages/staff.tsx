import { Button, Switch } from '@mantine/core';
import type { PlatformUser } from '@smooth/contract/platform/users.ts';
import { IconCheck, IconMoon, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty, NotAllowed } from '../../ui/states.tsx';
import { aboveRow, type Column, Table } from '../../ui/table.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { Invitations } from '../../identity/components/invitations.tsx';
import { Invite } from '../../identity/components/invite.tsx';
import { inviteToPlatform, platformInvitations, staffInvitationsQuery } from '../api/staff-invitations.ts';
import { platformPeopleQuery, useSwitch } from '../api/users.ts';
import { RoleMark } from '../components/role-mark.tsx';
import { PersonEditor } from '../components/person-editor.tsx';
import { useConsoleMay } from '../way.tsx';

const LISTED = new Set(['PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT']);

/** The people of the platform: who they are, what they were given one by one, and who is invited. */
export function PlatformStaffPage() {
  const { text } = useSpeech('platform');
  const may = useConsoleMay();
  if (!may('platform_user.read'))
    return (
      <Page title={text('staff_page')}>
        <NotAllowed />
      </Page>
    );
  return <Staff />;
}

function Staff() {
  const { text } = useSpeech('platform');
  const invitations = useQuery(staffInvitationsQuery);
  const [invites, setInvites] = useState(false);
  const roles = (invitations.data?.invitable ?? []).map((value) => ({ value, label: text(`role_${value}`) }));
  const action =
    roles.length > 0 ? (
      <Button leftSection={<IconUserPlus size="1.2em" />} onClick={() => setInvites(true)}>
        {text('invite_person')}
      </Button>
    ) : null;
  return (
    <Page title={text('staff_page')} about={text('staff_page_about')} action={action}>
      <Stack>
        <People />
        <StaffInvitations />
      </Stack>
      {invites ? (
        <Invite
          title={text('invite_person')}
          roles={roles}
          language={{ label: text('language'), about: text('invite_person_language') }}
          invite={inviteToPlatform}
          queryKey={platformInvitations.queryKey}
          onClose={() => setInvites(false)}
        />
      ) : null}
    </Page>
  );
}

function StaffInvitations() {
  const { text } = useSpeech('platform');
  const query = useQuery({
    ...staffInvitationsQuery,
    select: ({ data }) => data.map((one) => ({ ...one, role_name: text(`role_${one.role}`) })),
  });
  return <Invitations query={query} verbs={platformInvitations} />;
}

function People() {
  const speech = useSpeech('platform');
  const query = useQuery(platformPeopleQuery);
  const [edited, setEdited] = useState<string | null>(null);
  const rows = query.data?.filter(({ role }) => LISTED.has(role)) ?? [];
  // What others change meanwhile is seen in the editor's title and in the list behind it.
  const person = rows.find(({ id }) => id === edited);
  return (
    <Loaded query={query} skeleton={<RowsSkeleton rows={4} />}>
      {() => (
        <>
          {rows.length > 0 ? (
            <Table
              label={speech.text('staff_page')}
              columns={columnsIn(speech, setEdited)}
              rows={rows}
              keyOf={({ id }) => id}
            />
          ) : (
            <Empty title={speech.text('no_platform_staff')}>{speech.text('staff_page_about')}</Empty>
          )}
          {person ? <PersonEditor key={person.id} person={person} onClose={() => setEdited(null)} /> : null}
        </>
      )}
    </Loaded>
  );
}

const columnsIn = ({ text }: SpeechOf<'platform'>, onEdit: (id: string) => void): Column<PlatformUser>[] => [
  { name: text('name'), cell: ({ name }) => name },
  { name: text('email'), cell: ({ email }) => email },
  { name: text('role'), cell: ({ role }) => <RoleMark role={role} /> },
  {
    name: text('account'),
    cell: ({ is_active }) =>
      is_active ? (
        <Mark tone="green" icon={IconCheck}>
          {text('account_on')}
        </Mark>
      ) : (
        <Mark tone="quiet" icon={IconMoon}>
          {text('account_off')}
        </Mark>
      ),
  },
  {
    name: text('can_approve_plugins'),
    named: true,
    cell: (person) => <Given person={person} action="can_approve_plugins" />,
  },
  {
    name: text('can_whitelist_urls'),
    named: true,
    cell: (person) => <Given person={person} action="can_whitelist_urls" />,
  },
  {
    name: text('edit'),
    cell: ({ id, name, can }) =>
      can.edit ? (
        <Button
          className={aboveRow}
          size="compact-sm"
          variant="default"
          aria-label={text('edit_person', { name })}
          onClick={() => onEdit(id)}
        >
          {text('edit')}
        </Button>
      ) : null,
  },
];

type SwitchAction = PlatformUser['switches'][number]['action'];

function Given({ person, action }: { person: PlatformUser; action: SwitchAction }) {
  const { text } = useSpeech('platform');
  const { mutate, isPending } = useSwitch(person.id);
  const given = person.switches.find((one) => one.action === action);
  if (!given) return null;
  const onSuccess = () => tell(text('saved', { name: person.name }));
  return (
    <Switch
      aria-label={text('switch_of', { what: text(action), name: person.name })}
      checked={given.is_on}
      disabled={!given.can_change || isPending}
      onChange={({ currentTarget: { checked } }) =>
        mutate({ action, is_on: checked }, { onSuccess, onError: tellRefusal })
      }
    />
  );
}
