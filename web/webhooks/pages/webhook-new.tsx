import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { fieldErrors } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useCreateWebhook } from '../api.ts';
import { WebhookFields } from '../components/webhook-fields.tsx';
import { bodyOf, emptyForm, needsIn } from '../webhook-form.ts';

const FORM = 'webhook';

export function NewWebhookPanel() {
  const navigate = useNavigate();
  const speech = useSpeech('webhooks');
  const { text } = speech;
  const create = useCreateWebhook();
  const form = useForm({ initialValues: emptyForm, validate: needsIn(speech) });
  const close = () => void navigate({ to: '/developers/webhooks' });
  const submit = form.onSubmit((values) =>
    create.mutate(bodyOf(values), {
      onSuccess: ({ id }) => {
        tell(text('added'));
        void navigate({ to: '/developers/webhooks/$id', params: { id } });
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <SidePanel
      title={text('add')}
      onClose={close}
      foot={
        <>
          <Button variant="default" onClick={close}>
            {text('discard')}
          </Button>
          <Button type="submit" form={FORM} loading={create.isPending}>
            {text('add')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate>
        <Stack>
          <WebhookFields form={form} />
          {create.error && Object.keys(fieldErrors(create.error)).length === 0 ? (
            <Notice tone="red">{create.error.message}</Notice>
          ) : null}
        </Stack>
      </form>
    </SidePanel>
  );
}
