import { Button, Loader } from '@mantine/core';
import type { OpenInvitation } from '@smooth/contract/platform/invitations.ts';
import { useQuery } from '@tanstack/react-query';

import { useEffect } from 'react';
import { languageFor, languageOnDevice } from '../../app/language.ts';
import { SpokenIn } from '../../app/language-provider.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { Empty, Failed } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { openInvitationQuery } from '../api/invitations.ts';
import { WizardForm } from '../components/wizard-form.tsx';
import { useWayParams } from '../way.tsx';
import classes from './wizard.module.css';

/** What the link of an invitation opens: a few questions, and then the first link that can be booked at. */
export function WizardPage() {
  const { text } = useSpeech('platform');
  const { token = '' } = useWayParams();
  const query = useQuery(openInvitationQuery(token));
  return (
    <main className={classes.page} id="content">
      <header className={classes.brand}>
        <img src="/favicon.svg" alt="" />
        SmoothSchedule
      </header>
      {isRefusal(query.error, 'link_expired', 'not_found', 'malformed_request') ? (
        <Empty title={text('link_gone')}>{text('link_gone_text')}</Empty>
      ) : query.isError ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <SpokenIn language={languageFor(undefined, { onDevice: languageOnDevice() ?? query.data.locale })}>
          <Shown token={token} invitation={query.data} />
        </SpokenIn>
      ) : null}
    </main>
  );
}

function Shown({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { text } = useSpeech('platform');
  const { state, business_name: business, address, booking_address } = invitation;
  useEffect(() => {
    document.title = text('wizard_title', { business });
  }, [business, text]);
  if (state === 'open') return <WizardForm token={token} invitation={invitation} />;
  if (state === 'ready')
    return (
      <Stack>
        <h1>{text('ready_title', { business })}</h1>
        <p className="soft">{text('ready_text')}</p>
        <a className={classes.address} href={booking_address!}>
          {booking_address!.replace(/^https?:\/\//, '')}
        </a>
        <Buttons>
          <Button component="a" href={booking_address!}>
            {text('open_booking')}
          </Button>
          <Button component="a" variant="default" href={address!}>
            {text('sign_in_there')}
          </Button>
        </Buttons>
      </Stack>
    );
  return (
    <Stack>
      <h1>{text('making_title', { business })}</h1>
      {state === 'failed' ? (
        <Notice tone="amber" title={text('making_failed')}>
          {text('making_failed_text')}
        </Notice>
      ) : (
        <output className="soft">
          <Loader size="xs" /> {text('making_text')}
        </output>
      )}
    </Stack>
  );
}
