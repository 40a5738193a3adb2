import { Anchor, Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { factorsQuery, useConfirmTotp, useDisableTotp, useStartTotp } from '../account-api.ts';
import { Codes, CodesLeft } from './recovery-codes.tsx';
import classes from './two-factor.module.css';

/** Only who sets up an app needs what draws the code. */
const QrCode = lazy(() => import('../../ui/qr-code.tsx'));

/** An authenticator app, set up in two steps, and the codes for the day it is lost. */
export function TwoFactor() {
  const { text } = useSpeech('identity');
  const factors = useQuery(factorsQuery);
  const [codes, setCodes] = useState<string[] | null>(null);
  const mark = factors.data?.has_totp ? (
    <Mark tone="green" icon={IconCheck}>
      {text('two_factor_on')}
    </Mark>
  ) : undefined;
  return (
    <Section title={text('two_factor')} about={text('two_factor_about')} action={mark}>
      <Loaded query={factors} skeleton={<RowsSkeleton rows={1} />}>
        {({ has_totp }) => {
          if (codes) return <Codes codes={codes} onDone={() => setCodes(null)} />;
          return has_totp ? <Guarded onCodes={setCodes} /> : <SetUp onCodes={setCodes} />;
        }}
      </Loaded>
    </Section>
  );
}

function SetUp({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { text } = useSpeech('identity');
  const start = useStartTotp();
  const confirm = useConfirmTotp();
  const [code, setCode] = useState('');
  if (!start.data)
    return (
      <Buttons>
        <Button
          variant="default"
          loading={start.isPending}
          onClick={() => start.mutate(undefined, { onError: tellRefusal })}
        >
          {text('set_up_app')}
        </Button>
      </Buttons>
    );
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (code.trim()) confirm.mutate(code, { onSuccess: ({ recovery_codes }) => onCodes(recovery_codes) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <p>{text('set_up_text')}</p>
        <div className={classes.secret}>
          <div className={classes.qr}>
            <Suspense>
              <QrCode value={start.data.otpauth_uri} label={text('qr_code')} />
            </Suspense>
          </div>
          <Stack>
            <p className="soft">{text('type_key')}</p>
            <code className={classes.key}>{start.data.secret.match(/.{1,4}/g)?.join(' ')}</code>
            <Anchor href={start.data.otpauth_uri}>{text('open_app')}</Anchor>
          </Stack>
        </div>
        <TextInput
          label={text('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          error={confirm.error ? confirm.error.message : undefined}
        />
        <Buttons>
          <Button type="submit" loading={confirm.isPending} disabled={!code.trim()}>
            {text('confirm_code')}
          </Button>
          <Button variant="default" onClick={() => start.reset()}>
            {text('cancel')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

function Guarded({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { text } = useSpeech('identity');
  const disable = useDisableTotp();
  const [asks, setAsks] = useState(false);
  const remove = () =>
    disable.mutate(undefined, {
      onSuccess: () => {
        setAsks(false);
        tell(text('app_removed'));
      },
    });
  return (
    <Stack>
      <CodesLeft onCodes={onCodes}>
        <Button variant="subtle" color="red" onClick={() => setAsks(true)}>
          {text('remove_app')}
        </Button>
      </CodesLeft>
      {asks ? (
        <Ask
          title={text('remove_app_title')}
          verb={text('remove_app')}
          isPending={disable.isPending}
          error={disable.error}
          onConfirm={remove}
          onClose={() => setAsks(false)}
        >
          {text('remove_app_text')}
        </Ask>
      ) : null}
    </Stack>
  );
}
