import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApiToken } from '@smooth/contract/tokens/tokens.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useChangeToken } from '../api.ts';
import { bodyOf, formOf, missing, type TokenForm } from '../token-form.ts';
import { TokenFields } from './token-fields.tsx';

export function ChangeToken({ token, onClose }: { token: ApiToken; onClose: () => void }) {
  const speech = useSpeech('tokens');
  const { text } = speech;
  const change = useChangeToken(token.id);
  const form = useForm<TokenForm>({ initialValues: formOf(token), validate: (values) => missing(values, speech) });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { ...bodyOf(values), revision: token.revision },
      {
        onSuccess: ({ name }) => {
          tell(text('changed', { name }));
          onClose();
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  const isElsewhere = change.error && !(isRefusal(change.error) && change.error.problem.errors?.length);
  return (
    <Modal opened onClose={onClose} title={text('change_title', { name: token.name })} size="lg" centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {isElsewhere ? <Notice tone="red">{change.error.message}</Notice> : null}
          <TokenFields form={form} isNew={false} />
          <Buttons>
            <Button type="submit" loading={change.isPending}>
              {text('save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('cancel')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}
