import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApiToken } from '@smooth/contract/tokens/tokens.ts';
import { useState } from 'react';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { useBusiness } from '../../identity/api.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useCreateToken } from '../api.ts';
import { bodyOf, emptyForm, missing, type TokenForm } from '../token-form.ts';
import { SecretField } from './secret-field.tsx';
import { TokenFields } from './token-fields.tsx';

interface Made {
  token: ApiToken;
  secret: string;
}

/** Asks what a token is for, makes it, and tells what it opens with. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { text } = useSpeech('tokens');
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={text(made ? 'made_title' : 'create_title')}
      size="lg"
      // What is told once is not closed by a click beside it.
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      centered
    >
      {made ? <Told made={made} onClose={onClose} /> : <Ask onMade={setMade} onClose={onClose} />}
    </Modal>
  );
}

function Ask({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const speech = useSpeech('tokens');
  const { text } = speech;
  const create = useCreateToken();
  const { sandbox_enabled } = useBusiness();
  const form = useForm<TokenForm>({
    initialValues: { ...emptyForm, mode: sandbox_enabled ? 'sandbox' : 'live' },
    validate: (values) => missing(values, speech),
  });
  const submit = form.onSubmit((values) =>
    create.mutate(
      { ...bodyOf(values), mode: values.mode },
      {
        onSuccess: ({ token, secret }) => onMade({ token, secret: secret! }),
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  const isElsewhere = create.error && !(isRefusal(create.error) && create.error.problem.errors?.length);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {isElsewhere ? <Notice tone="red">{create.error.message}</Notice> : null}
        <TokenFields form={form} isNew />
        <Buttons>
          <Button type="submit" loading={create.isPending}>
            {text('create')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('cancel')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

function Told({ made: { token, secret }, onClose }: { made: Made; onClose: () => void }) {
  const { text } = useSpeech('tokens');
  const isLive = token.mode === 'live';
  return (
    <Stack>
      <Notice tone={isLive ? 'amber' : 'green'} title={text(isLive ? 'told_once' : 'told_again')}>
        {text(isLive ? 'told_once_text' : 'told_again_text')}
      </Notice>
      <SecretField secret={secret} />
      <Buttons>
        <Button variant={isLive ? 'default' : 'filled'} onClick={onClose}>
          {text(isLive ? 'kept' : 'done')}
        </Button>
      </Buttons>
    </Stack>
  );
}
