import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { useState } from 'react';
import { changedFields, changedLabels } from '../../app/changed-fields.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useChangeWebhook } from '../api.ts';
import { bodyOf, formOf, needsIn } from '../webhook-form.ts';
import { DeleteWebhook } from './delete-webhook.tsx';
import { WebhookFields } from './webhook-fields.tsx';

const FORM = 'webhook';

export function EditPanel({ webhook: loaded, onClose }: { webhook: Webhook; onClose: () => void }) {
  const speech = useSpeech('webhooks');
  const { text } = speech;
  const [webhook] = useState(loaded);
  const change = useChangeWebhook(webhook.id);
  const { newer, revision, watch, forget } = useNewer(webhook);
  const form = useForm({ initialValues: formOf(webhook), validate: needsIn(speech) });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision, ...changedFields(bodyOf(formOf(webhook)), bodyOf(values)) },
      {
        onSuccess: () => {
          tell(text('saved'));
          onClose();
        },
        onError: (error) => {
          watch(error);
          form.setErrors(fieldErrors(error));
        },
      },
    ),
  );
  const labels = {
    url: text('address'),
    description: text('note'),
    is_all: text('all_types'),
    event_types: text('types'),
  };
  return (
    <SidePanel
      title={text('edit')}
      id={webhook.id}
      onClose={onClose}
      foot={
        <>
          <DeleteWebhook webhook={webhook} />
          <Button variant="default" onClick={onClose}>
            {text('discard')}
          </Button>
          <Button type="submit" form={FORM} loading={change.isPending}>
            {text('save')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate>
        <Stack>
          <WebhookFields form={form} />
          {newer ? (
            <StaleAlert
              changed={changedLabels(formOf(webhook), formOf(newer), labels)}
              onTake={() => {
                form.setValues(formOf(newer));
                forget();
              }}
            />
          ) : isRefusal(change.error) && Object.keys(fieldErrors(change.error)).length === 0 ? (
            <Notice tone="red">{change.error.message}</Notice>
          ) : null}
        </Stack>
      </form>
    </SidePanel>
  );
}
