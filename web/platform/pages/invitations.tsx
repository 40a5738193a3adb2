import { ActionIcon, Button, Menu } from '@mantine/core';
import type { BusinessInvitation } from '@smooth/contract/platform/invitations.ts';
import { IconCheck, IconClock, IconDots, IconMail, IconPlus, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { invitationsQuery, useResend, useRevoke } from '../api/invitations.ts';
import { InviteDialog } from '../components/invite-dialog.tsx';
import { useConsoleMay } from '../way.tsx';
import { tierName } from '../tiers.ts';

export function InvitationsPage() {
  const speech = useSpeech('platform');
  const { text } = speech;
  const format = useFormat();
  const list = useInfiniteQuery(invitationsQuery);
  const [isInviting, setInviting] = useState(false);
  const rows = list.data?.pages.flatMap(({ data }) => data) ?? [];
  const add = useConsoleMay()('business_invitation.create') ? (
    <Button leftSection={<IconPlus size="1.2em" />} onClick={() => setInviting(true)}>
      {text('invite')}
    </Button>
  ) : null;
  return (
    <Page title={text('invitations')} about={text('invitations_about')} action={add}>
      <Loaded query={list} skeleton={<RowsSkeleton rows={6} />}>
        {() =>
          rows.length > 0 ? (
            <Table
              label={text('invitations')}
              columns={columnsIn(speech, format)}
              rows={rows}
              keyOf={({ id }) => id}
              more={
                list.hasNextPage
                  ? { onMore: () => void list.fetchNextPage(), loading: list.isFetchingNextPage }
                  : undefined
              }
            />
          ) : (
            <Empty icon={<IconMail />} title={text('no_invitations')}>
              {text('no_invitations_text')}
            </Empty>
          )
        }
      </Loaded>
      {isInviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </Page>
  );
}

const states = {
  pending: { tone: 'amber', icon: IconClock, word: 'state_pending' },
  accepted: { tone: 'green', icon: IconCheck, word: 'state_accepted' },
  revoked: { tone: 'quiet', icon: IconX, word: 'state_revoked' },
  expired: { tone: 'quiet', icon: IconClock, word: 'state_expired' },
} as const;

const columnsIn = ({ text }: SpeechOf<'platform'>, format: Format): Column<BusinessInvitation>[] => [
  { name: text('business_name'), cell: ({ business_name }) => <strong>{business_name}</strong> },
  { name: text('email'), cell: ({ email }) => email },
  {
    name: text('plan'),
    cell: ({ tier, overrides }) => (overrides ? text('with_overrides', { plan: tierName[tier] }) : tierName[tier]),
  },
  {
    name: text('invitation_state'),
    cell: ({ state }) => (
      <Mark tone={states[state].tone} icon={states[state].icon}>
        {text(states[state].word)}
      </Mark>
    ),
  },
  {
    name: text('mailed'),
    cell: ({ mailed_at, mail_error, state }) =>
      mail_error
        ? text('mail_failed', { reason: mail_error })
        : mailed_at
          ? format.dateTime(mailed_at)
          : state === 'pending'
            ? text('mail_waiting')
            : null,
  },
  { name: text('until'), cell: ({ expires_at, state }) => (state === 'pending' ? format.shortDate(expires_at) : null) },
  { name: '', cell: (invitation) => <Actions invitation={invitation} /> },
];

function Actions({ invitation: { id, revision, email, business_name, can } }: { invitation: BusinessInvitation }) {
  const { text } = useSpeech('platform');
  const resend = useResend();
  const revoke = useRevoke();
  if (!can.resend && !can.revoke) return null;
  const over = { id, revision };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={business_name}
          loading={resend.isPending || revoke.isPending}
        >
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() =>
            resend.mutate(over, { onSuccess: () => tell(text('resent', { email })), onError: tellRefusal })
          }
        >
          {text('resend')}
        </Menu.Item>
        <Menu.Item
          color="red"
          onClick={() =>
            revoke.mutate(over, { onSuccess: () => tell(text('revoked', { email })), onError: tellRefusal })
          }
        >
          {text('revoke')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
