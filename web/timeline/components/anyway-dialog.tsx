import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Buttons, Stack } from '../../ui/page.tsx';
import { texts } from '../texts.ts';

interface AnywayDialog {
  onDo: (reason: string) => void;
  onClose: () => void;
}

/** An overlap on purpose says why. */
export function AnywayDialog({ onDo, onClose }: AnywayDialog) {
  const [reason, setReason] = useState('');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (reason.trim()) onDo(reason.trim());
  };
  return (
    <Modal opened onClose={onClose} title={texts.anywayTitle} centered>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={texts.anywayReason}
            description={texts.anywayHint}
            required
            data-autofocus
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Buttons>
            <Button type="submit" color="red" disabled={!reason.trim()}>
              {texts.anywayDo}
            </Button>
            <Button variant="default" onClick={onClose}>
              {texts.keep}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}
