import { Button } from '@mantine/core';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useDeleteWebhook } from '../api.ts';

export function DeleteWebhook({ webhook }: { webhook: Webhook }) {
  const { text } = useSpeech('webhooks');
  const [isAsking, setAsking] = useState(false);
  const remove = useDeleteWebhook(webhook.id);
  const navigate = useNavigate();
  const go = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        tell(text('deleted'));
        void navigate({ to: '/developers/webhooks' });
      },
    });
  return (
    <>
      <Button variant="subtle" color="red" mr="auto" onClick={() => setAsking(true)}>
        {text('delete')}
      </Button>
      {isAsking ? (
        <Ask
          title={text('delete_title')}
          verb={text('delete')}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={go}
          onClose={() => setAsking(false)}
        >
          {text('delete_text', { url: webhook.url })}
        </Ask>
      ) : null}
    </>
  );
}
