import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { Notice } from '../../ui/notice.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { canUsePasskeys, passkeyFailure, usePasskeySignIn } from '../passkeys-api.ts';

interface PasskeyButton {
  /** As the second step: what the password has given. */
  challenge?: string;
  /** The one thing to do here. */
  primary?: boolean;
  onDone: () => void;
}

/** Signs in with a passkey, where the browser knows what that is. */
export function PasskeyButton({ challenge, primary, onDone }: PasskeyButton) {
  const speech = useSpeech('identity');
  const signIn = usePasskeySignIn();
  if (!canUsePasskeys()) return null;
  return (
    <>
      {signIn.error ? <Notice tone="red">{passkeyFailure(signIn.error, speech)}</Notice> : null}
      <Button
        variant={primary ? 'filled' : 'default'}
        fullWidth
        leftSection={<IconFingerprint size="1.2em" />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate(challenge, { onSuccess: onDone })}
      >
        {speech.text('use_passkey')}
      </Button>
    </>
  );
}
