import { Button } from '@mantine/core';
import type { SessionItem } from '@smooth/contract/identity/sessions.ts';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../app/format-context.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { sessionsQuery, useRevokeOthers, useRevokeSession } from '../account-api.ts';
import { deviceIn } from '../device.ts';
import classes from './session-list.module.css';

/** Where somebody is signed in, each to be signed out. */
export function SessionList() {
  const { text, count } = useSpeech('identity');
  const sessions = useQuery(sessionsQuery);
  const others = useRevokeOthers();
  const end = () =>
    others.mutate(undefined, {
      onSuccess: ({ revoked }) => tell(count('signed_out_count', revoked)),
      onError: tellRefusal,
    });
  const action =
    (sessions.data?.length ?? 0) > 1 ? (
      <Button variant="default" size="xs" loading={others.isPending} onClick={end}>
        {text('sign_out_others')}
      </Button>
    ) : undefined;
  return (
    <Section title={text('sessions')} about={text('sessions_about')} action={action}>
      <Loaded query={sessions} skeleton={<RowsSkeleton rows={2} />}>
        {(rows) => (
          <ul className={classes.list}>
            {rows.map((row) => (
              <Session key={row.id} session={row} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function Session({ session }: { session: SessionItem }) {
  const { text } = useSpeech('identity');
  const format = useFormat();
  const revoke = useRevokeSession();
  const { id, is_current, user_agent, ip_address, last_seen_at, acted_by } = session;
  const name = deviceIn(user_agent) ?? text('unknown_device');
  const seen = text('last_seen', { when: format.dateTime(last_seen_at) });
  return (
    <li className={classes.session}>
      <div>
        <strong>{acted_by ? text('acted_by', { email: acted_by }) : name}</strong>
        <p className="caption">{[ip_address, seen].filter(Boolean).join(' · ')}</p>
      </div>
      {is_current ? (
        <Mark tone="green" icon={IconCheck}>
          {text('this_device')}
        </Mark>
      ) : (
        <Button
          variant="default"
          size="xs"
          loading={revoke.isPending}
          aria-label={text('sign_out_device', { device: name })}
          onClick={() => revoke.mutate(id, { onSuccess: () => tell(text('signed_out')), onError: tellRefusal })}
        >
          {text('sign_out')}
        </Button>
      )}
    </li>
  );
}
