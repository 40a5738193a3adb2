import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useCodeStep } from '../account-api.ts';
import type { SecondStep } from '../api.ts';
import { CardPage } from './card-page.tsx';
import { PasskeyButton } from './passkey-button.tsx';

const focus = (field: HTMLElement | null) => field?.focus();

interface CodeStep {
  step: SecondStep;
  onDone: () => void;
  onBack: () => void;
}

/** The step after the password, where an authenticator app or a passkey guards the sign-in. */
export function CodeStep({ step: { challenge, factors }, onDone, onBack }: CodeStep) {
  const { text } = useSpeech('identity');
  const [hasApp, hasPasskey] = [factors.includes('totp'), factors.includes('passkey')];
  const [code, setCode] = useState('');
  const step = useCodeStep();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (code.trim()) step.mutate({ challenge, code }, { onSuccess: onDone });
  };
  return (
    <CardPage title={text(hasApp ? 'code_title' : 'passkey_title')}>
      {hasPasskey ? <PasskeyButton challenge={challenge} primary={!hasApp} onDone={onDone} /> : null}
      <p className="soft">{text(hasApp ? 'code_text' : 'code_text_lost')}</p>
      <form onSubmit={submit} noValidate>
        {step.error ? (
          <Notice tone="red">{isRefusal(step.error) ? step.error.message : text('sign_in_failed')}</Notice>
        ) : null}
        <TextInput
          label={text('code')}
          autoComplete="one-time-code"
          inputMode="text"
          ref={hasApp ? focus : null}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Button
          type="submit"
          variant={hasApp ? 'filled' : 'default'}
          fullWidth
          loading={step.isPending}
          disabled={!code.trim()}
        >
          {text('sign_in')}
        </Button>
      </form>
      <Anchor component="button" type="button" onClick={onBack}>
        {text('back_to_sign_in')}
      </Anchor>
    </CardPage>
  );
}
