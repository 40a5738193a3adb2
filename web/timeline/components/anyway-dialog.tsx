import { useSpeech } from '../../words/use-speech.tsx';
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Buttons, Stack } from '../../ui/page.tsx';

interface AnywayDialog {
  onDo: (reason: string) => void;
  onClose: () => void;
}

/** An overlap on purpose says why. */
export function AnywayDialog({ onDo, onClose }: AnywayDialog) {
  const { text } = useSpeech('timeline');
  const [reason, setReason] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onDo(reason.trim());
  };
  return (
    <Modal opened onClose={onClose} title={text('anyway_title')} centered>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={text('anyway_reason')}
            description={text('anyway_hint')}
            required
            data-autofocus
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Buttons>
            <Button type="submit" color="red" disabled={!reason.trim()}>
              {text('anyway_do')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('keep')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}
