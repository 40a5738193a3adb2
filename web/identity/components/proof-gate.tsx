import { Button, Modal, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useProve } from '../account-api.ts';
import { canUsePasskeys, passkeyFailure, passkeysQuery, useProveByPasskey } from '../passkeys-api.ts';
import { answersProof } from '../proof.ts';

interface Asked {
  proved: () => void;
  refused: (error: Error) => void;
}

/** Asks for the password where an action wants a fresh proof of identity. */
export function ProofGate() {
  const speech = useSpeech('identity');
  const { text } = speech;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [password, setPassword] = useState('');
  const { mutate, reset, error, isPending } = useProve();
  useEffect(() => answersProof(() => new Promise<void>((proved, refused) => setAsked({ proved, refused }))), []);
  const byPasskey = useProveByPasskey();
  const passkeys = useQuery({ ...passkeysQuery, enabled: asked !== null && canUsePasskeys() });
  if (!asked) return null;
  const end = () => {
    setAsked(null);
    setPassword('');
    reset();
    byPasskey.reset();
  };
  const proved = () => {
    asked.proved();
    end();
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (password) mutate({ password }, { onSuccess: proved });
  };
  const close = () => {
    asked.refused(new Error(text('proof_left_out')));
    end();
  };
  return (
    <Modal opened onClose={close} title={text('proof_title')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className="soft">{text('proof_text')}</p>
          {byPasskey.error ? <Notice tone="red">{passkeyFailure(byPasskey.error, speech)}</Notice> : null}
          <PasswordInput
            label={text('password')}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            error={error ? (isRefusal(error) ? error.message : text('sign_in_failed')) : undefined}
          />
          <Buttons>
            <Button type="submit" loading={isPending} disabled={!password}>
              {text('confirm')}
            </Button>
            {passkeys.data?.some(({ can }) => can.use_here) ? (
              <Button
                variant="default"
                loading={byPasskey.isPending}
                onClick={() => byPasskey.mutate(undefined, { onSuccess: proved })}
              >
                {text('use_passkey')}
              </Button>
            ) : null}
            <Button variant="default" onClick={close}>
              {text('cancel')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}
