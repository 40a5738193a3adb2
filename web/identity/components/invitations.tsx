import { Button } from '@mantine/core';
import type { StaffInvitation } from '@smooth/contract/identity/invitations.ts';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons, Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { invitationsQuery, useResend, useRevokeInvitation } from '../team-api.ts';
import classes from './session-list.module.css';

/** Who is invited and has not answered yet. */
export function Invitations() {
  const { text } = useSpeech('identity');
  const invitations = useQuery(invitationsQuery);
  return (
    <Section title={text('invitations')}>
      <Loaded query={invitations} skeleton={<RowsSkeleton rows={1} />}>
        {(all) => {
          const standing = all.filter(({ status }) => status === 'open' || status === 'expired');
          if (standing.length === 0) return <p className="soft">{text('no_invitations')}</p>;
          return (
            <ul className={classes.list}>
              {standing.map((one) => (
                <Invitation key={one.id} invitation={one} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Invitation({ invitation: { id, name, email, status, expires_at, can } }: { invitation: StaffInvitation }) {
  const { text } = useSpeech('identity');
  const format = useFormat();
  const resend = useResend();
  const revoke = useRevokeInvitation();
  const when = { when: format.dateTime(expires_at) };
  return (
    <li className={classes.session}>
      <div>
        <strong>{name}</strong>
        <p className="caption">
          {email} · {status === 'expired' ? text('expired', when) : text('expires', when)}
        </p>
      </div>
      <Buttons>
        {can.resend ? (
          <Button
            variant="default"
            size="xs"
            loading={resend.isPending}
            onClick={() =>
              resend.mutate(id, { onSuccess: () => tell(text('invited', { email })), onError: tellRefusal })
            }
          >
            {text('resend')}
          </Button>
        ) : null}
        {can.revoke ? (
          <Button
            variant="default"
            size="xs"
            loading={revoke.isPending}
            onClick={() => revoke.mutate(id, { onSuccess: () => tell(text('revoked')), onError: tellRefusal })}
          >
            {text('revoke')}
          </Button>
        ) : null}
      </Buttons>
    </li>
  );
}
