import { Button, Menu } from '@mantine/core';
import type { StaffMember } from '@smooth/contract/identity/staff.ts';
import { IconDots, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { StepsProvider } from '../../ui/steps.tsx';
import { aboveRow, type Column, rowLink, Table } from '../../ui/table.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { useMay, useMe } from '../api.ts';
import { ActAs } from '../components/act-as.tsx';
import { Deactivate } from '../components/deactivate.tsx';
import { Invitations } from '../components/invitations.tsx';
import { Invite } from '../components/invite.tsx';
import { staffQuery } from '../staff-api.ts';
import { invitationsQuery, inviteToTeam, teamInvitations, useReactivate } from '../team-api.ts';

/** Whoever works here and can sign in, and who is invited to. */
export function TeamPage() {
  const speech = useSpeech('identity');
  const { text } = speech;
  const may = useMay();
  const staff = useQuery(staffQuery);
  const params = useParams({ strict: false });
  const navigate = useNavigate();
  const shownGrants = useSpeech('permissions').text('grants');
  const reactivate = useReactivate();
  const [invites, setInvites] = useState(false);
  const [acts, setActs] = useState<StaffMember | null>(null);
  const [ends, setEnds] = useState<StaffMember | null>(null);
  const open = ({ id, name }: StaffMember) =>
    reactivate.mutate(id, { onSuccess: () => tell(text('reactivated', { name })), onError: tellRefusal });
  const invite = (
    <Button leftSection={<IconUserPlus size="1.2em" />} onClick={() => setInvites(true)}>
      {text('invite')}
    </Button>
  );
  const grants = (
    <Button component={Link} to="/team/grants" variant="default">
      {shownGrants}
    </Button>
  );
  const action = (
    <>
      {may('grant.read') ? grants : null}
      {may('staff.invite') ? invite : null}
    </>
  );
  return (
    <StepsProvider
      ids={staff.data?.map(({ id }) => id) ?? []}
      go={(id) => void navigate({ to: '/team/$id', params: { id }, replace: true })}
    >
      <Page title={text('team')} about={text('team_about')} action={action}>
        <Stack>
          <Loaded query={staff} skeleton={<RowsSkeleton rows={4} />}>
            {(rows) => (
              <Table
                label={text('team')}
                columns={columnsIn(speech, {
                  opens: may('grant.read'),
                  onActAs: setActs,
                  onEnd: setEnds,
                  onOpen: open,
                })}
                rows={rows}
                keyOf={({ id }) => id}
                openKey={params.id}
              />
            )}
          </Loaded>
          {may('staff.invite') ? <TeamInvitations /> : null}
        </Stack>
        {invites ? <InviteToTeam onClose={() => setInvites(false)} /> : null}
        {acts ? <ActAs person={acts} choosesMode={false} onClose={() => setActs(null)} /> : null}
        {ends ? <Deactivate person={ends} onClose={() => setEnds(null)} /> : null}
      </Page>
      <Outlet />
    </StepsProvider>
  );
}

function TeamInvitations() {
  return <Invitations query={useQuery(invitationsQuery)} verbs={teamInvitations} />;
}

function InviteToTeam({ onClose }: { onClose: () => void }) {
  const { text } = useSpeech('identity');
  const { mode } = useMe();
  const may = useMay();
  const roles = (['TENANT_STAFF', 'TENANT_MANAGER'] as const).filter(
    (role) => role === 'TENANT_STAFF' || (mode === 'live' && may('staff.invite_manager')),
  );
  return (
    <Invite
      title={text('invite_title')}
      roles={roles.map((value) => ({ value, label: text(`role_${value}`) }))}
      invite={({ name, email, role }) => inviteToTeam({ name, email, role })}
      queryKey={teamInvitations.queryKey}
      onClose={onClose}
    />
  );
}

interface Verbs {
  /** Whether what somebody may do can be looked at. */
  opens: boolean;
  onActAs: (person: StaffMember) => void;
  onEnd: (person: StaffMember) => void;
  onOpen: (person: StaffMember) => void;
}

const columnsIn = ({ text }: Pick<SpeechOf<'identity'>, 'text'>, verbs: Verbs): Column<StaffMember>[] => [
  {
    name: text('name'),
    cell: ({ id, name, is_active }) => {
      const shown = is_active ? name : text('switched_off', { name });
      return verbs.opens ? (
        <Link to="/team/$id" params={{ id }} className={rowLink}>
          {shown}
        </Link>
      ) : (
        shown
      );
    },
  },
  { name: text('email'), cell: ({ email }) => email },
  { name: text('role'), cell: ({ role }) => text(`role_${role}`) },
  { name: text('actions'), cell: (person) => <Actions person={person} {...verbs} /> },
];

function Actions({ person, onActAs, onEnd, onOpen }: { person: StaffMember } & Omit<Verbs, 'opens'>) {
  const { text } = useSpeech('identity');
  const { can, is_active, name } = person;
  if (!can.deactivate && !can.masquerade) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          className={aboveRow}
          size="compact-sm"
          variant="default"
          aria-label={text('actions_for', { name })}
          leftSection={<IconDots size="1.1em" />}
        >
          {text('actions')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {can.masquerade && is_active ? (
          <Menu.Item onClick={() => onActAs(person)}>{text('act_as_title', { name })}</Menu.Item>
        ) : null}
        {can.deactivate && is_active ? <Menu.Item onClick={() => onEnd(person)}>{text('deactivate')}</Menu.Item> : null}
        {can.deactivate && !is_active ? (
          <Menu.Item onClick={() => onOpen(person)}>{text('reactivate')}</Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
