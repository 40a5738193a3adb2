import { Button, CopyButton, Modal, Select, TextInput } from '@mantine/core';
import type { Webhook, WebhookSecret } from '@smooth/contract/webhooks/webhooks.ts';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useRotateSecret, useSecret } from '../api.ts';
import classes from './secret.module.css';

/** What proves to the receiver that a request comes from here. */
export function SecretSection({ webhook }: { webhook: Webhook }) {
  const { text } = useSpeech('webhooks');
  const reveal = useSecret(webhook.id);
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<WebhookSecret | null>(null);
  const show = () => reveal.mutate(undefined, { onSuccess: setShown, onError: tellRefusal });
  return (
    <Section title={text('secret')} about={text('secret_about')}>
      <Stack>
        {shown ? <Shown secret={shown} /> : null}
        <Buttons>
          {shown ? (
            <Button size="xs" variant="default" onClick={() => setShown(null)}>
              {text('secret_hide')}
            </Button>
          ) : (
            <Button size="xs" variant="default" loading={reveal.isPending} onClick={show}>
              {text('secret_show')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {text('secret_rotate')}
          </Button>
        </Buttons>
      </Stack>
      {isAsking ? <Rotate webhook={webhook} onShown={setShown} onClose={() => setAsking(false)} /> : null}
    </Section>
  );
}

function Shown({ secret: { secret, previous_secret, previous_until } }: { secret: WebhookSecret }) {
  const { text } = useSpeech('webhooks');
  const format = useFormat();
  if (secret === null)
    return (
      <Notice tone="amber" title={text('secret_lost')}>
        {text('secret_lost_text')}
      </Notice>
    );
  return (
    <>
      <Secret label={text('secret')} value={secret} />
      {previous_secret && previous_until ? (
        <Secret label={text('secret_before', { until: format.dateTime(previous_until) })} value={previous_secret} />
      ) : null}
    </>
  );
}

const Secret = ({ label, value }: { label: string; value: string }) => {
  const { text } = useSpeech('webhooks');
  return (
    <TextInput
      label={label}
      readOnly
      classNames={{ input: classes.code }}
      value={value}
      onFocus={({ target }) => target.select()}
      rightSectionWidth="auto"
      rightSection={
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="subtle"
              mr={4}
              leftSection={copied ? <IconCheck size="1.2em" /> : <IconCopy size="1.2em" />}
              onClick={copy}
            >
              {text(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      }
    />
  );
};

const KEPT_HOURS = ['0', '1', '24', '72', '168'] as const;

interface Rotate {
  webhook: Webhook;
  onShown: (secret: WebhookSecret) => void;
  onClose: () => void;
}

function Rotate({ webhook: { id, revision }, onShown, onClose }: Rotate) {
  const { text } = useSpeech('webhooks');
  const rotate = useRotateSecret(id);
  const [hours, setHours] = useState<string>('24');
  const go = () =>
    rotate.mutate(
      { revision, keep_hours: Number(hours) },
      {
        onSuccess: (secret) => {
          tell(text('secret_rotated'));
          onShown(secret);
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={text('secret_rotate')} centered>
      <Stack>
        <p className="soft">{text('secret_rotate_text')}</p>
        <Select
          label={text('secret_keep')}
          allowDeselect={false}
          data={KEPT_HOURS.map((value) => ({ value, label: text(`keep_${value}`) }))}
          value={hours}
          onChange={(value) => setHours(value ?? '24')}
        />
        {rotate.error ? <Notice tone="red">{rotate.error.message}</Notice> : null}
        <Buttons>
          <Button loading={rotate.isPending} onClick={go}>
            {text('secret_rotate')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('discard')}
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
