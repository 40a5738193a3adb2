import { Button } from '@mantine/core';
import type { Invitation } from '@smooth/contract/identity/invitations.ts';
import { type QueryKey, useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons, Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import classes from './session-list.module.css';

/** What is done with invitations of one place: a business, or the platform. */
export interface InvitationVerbs {
  /** Of the list that is fetched afresh afterwards. */
  queryKey: QueryKey;
  resend: (id: string) => Promise<unknown>;
  revoke: (id: string) => Promise<unknown>;
}

type Shown = Invitation & { role_name?: string };

/** Who is invited and has not answered yet. */
export function Invitations({ query, verbs }: { query: UseQueryResult<Shown[]>; verbs: InvitationVerbs }) {
  const { text } = useSpeech('identity');
  return (
    <Section title={text('invitations')}>
      <Loaded query={query} skeleton={<RowsSkeleton rows={1} />}>
        {(all) => {
          const standing = all.filter(({ status }) => status === 'open' || status === 'expired');
          if (standing.length === 0) return <p className="soft">{text('no_invitations')}</p>;
          return (
            <ul className={classes.list}>
              {standing.map((one) => (
                <Line key={one.id} invitation={one} verbs={verbs} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function Line({ invitation, verbs }: { invitation: Shown; verbs: InvitationVerbs }) {
  const { id, name, email, role_name, status, expires_at, can } = invitation;
  const { text } = useSpeech('identity');
  const format = useFormat();
  const queries = useQueryClient();
  const onSuccess = () => void queries.invalidateQueries({ queryKey: verbs.queryKey });
  const resend = useMutation({ mutationFn: verbs.resend, onSuccess });
  const revoke = useMutation({ mutationFn: verbs.revoke, onSuccess });
  const when = { when: format.dateTime(expires_at) };
  return (
    <li className={classes.session}>
      <div>
        <strong>{name}</strong>
        <p className="caption">
          {role_name ? `${email} · ${role_name}` : email} ·{' '}
          {status === 'expired' ? text('expired', when) : text('expires', when)}
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
