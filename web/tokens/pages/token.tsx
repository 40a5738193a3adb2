import { Button } from '@mantine/core';
import type { ApiToken } from '@smooth/contract/tokens/tokens.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { tokenQuery, useRevealToken } from '../api.ts';
import { ChangeToken } from '../components/change-token.tsx';
import { RevokeToken } from '../components/revoke-token.tsx';
import { SecretField } from '../components/secret-field.tsx';
import { ModeMark, StateMark } from '../components/token-marks.tsx';
import classes from '../components/tokens.module.css';
import { grouped } from '../scopes.ts';

/** One token beside the list. */
export function TokenPanel() {
  const { id } = useParams({ from: '/shell/developers/tokens/$id' });
  const { text } = useSpeech('tokens');
  const navigate = useNavigate();
  const token = useQuery(tokenQuery(id));
  const [dialog, setDialog] = useState<'change' | 'revoke' | null>(null);
  const close = () => setDialog(null);
  return (
    <SidePanel
      title={token.data?.name ?? text('token')}
      id={id}
      onClose={() => void navigate({ to: '/developers/tokens' })}
      foot={token.data?.can.edit || token.data?.can.revoke ? <Verbs token={token.data} onVerb={setDialog} /> : null}
    >
      <Loaded query={token} skeleton={<FactsSkeleton />}>
        {(found) => (
          <>
            <Details key={found.id} token={found} />
            {dialog === 'change' ? <ChangeToken token={found} onClose={close} /> : null}
            {dialog === 'revoke' ? <RevokeToken token={found} onClose={close} /> : null}
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Verbs({ token, onVerb }: { token: ApiToken; onVerb: (verb: 'change' | 'revoke') => void }) {
  const { text } = useSpeech('tokens');
  return (
    <Buttons>
      {token.can.edit ? (
        <Button variant="default" onClick={() => onVerb('change')}>
          {text('change')}
        </Button>
      ) : null}
      {token.can.revoke ? (
        <Button color="red" variant="light" onClick={() => onVerb('revoke')}>
          {text('revoke')}
        </Button>
      ) : null}
    </Buttons>
  );
}

function Details({ token }: { token: ApiToken }) {
  const { text } = useSpeech('tokens');
  const format = useFormat();
  const when = (instant: string | null) => (instant ? format.dateTime(instant) : null);
  const { created_by, revoked_by } = token;
  return (
    <Stack>
      <Facts>
        <Fact name={text('state')}>
          <StateMark state={token.state} />
        </Fact>
        <Fact name={text('mode')}>
          <ModeMark mode={token.mode} />
        </Fact>
        <Fact name={text('token')}>
          <code>{token.hint}</code>
        </Fact>
        <Fact name={text('last_used')}>{when(token.last_used_at) ?? text('never_used')}</Fact>
        <Fact name={text('address')}>{token.last_used_ip}</Fact>
        <Fact name={text('expires')}>{when(token.expires_at) ?? text('no_expiry')}</Fact>
        <Fact name={text('limit')}>{format.count(token.requests_per_minute)}</Fact>
        <Fact name={text('version')}>{token.version}</Fact>
        <Fact name={text('made')}>
          <By name={created_by.name} at={token.created_at} />
        </Fact>
        {token.revoked_at ? (
          <Fact name={text('state_revoked')}>
            <By name={revoked_by?.name ?? null} at={token.revoked_at} />
          </Fact>
        ) : null}
      </Facts>
      {token.can.reveal ? <Secret id={token.id} /> : null}
      <Scopes scopes={token.scopes} />
      <div>
        <Button
          variant="default"
          renderRoot={(given) => <Link to="/developers/requests" search={{ token: token.id }} {...given} />}
        >
          {text('show_requests')}
        </Button>
      </div>
    </Stack>
  );
}

function By({ name, at }: { name: string | null; at: string }) {
  const format = useFormat();
  return (
    <>
      {name ?? '–'}
      <br />
      <span className="soft">{format.dateTime(at)}</span>
    </>
  );
}

function Secret({ id }: { id: string }) {
  const { text } = useSpeech('tokens');
  const reveal = useRevealToken();
  if (reveal.data) return <SecretField secret={reveal.data.secret} />;
  const show = () => reveal.mutate(id, { onError: tellRefusal });
  return (
    <div>
      <Button variant="default" loading={reveal.isPending} onClick={show}>
        {text('show_secret')}
      </Button>
    </div>
  );
}

function Scopes({ scopes }: Pick<ApiToken, 'scopes'>) {
  const { text } = useSpeech('tokens');
  return (
    <section aria-label={text('scopes')} className={classes.allowed}>
      <h3>{text('scopes')}</h3>
      <ul className={classes.scopes}>
        {grouped(scopes).map(({ resource, read, write }) => (
          <li key={resource}>
            <span>{text(`scope_${resource}`)}</span>
            <span className="soft">{text(read && write ? 'read_write' : read ? 'read' : 'write')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
