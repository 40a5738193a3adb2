import { Button, Modal, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useActAs } from '../account-api.ts';

interface ActAs {
  person: { id: string; name: string };
  /** They live in both modes, so one is chosen. */
  choosesMode: boolean;
  onClose: () => void;
}

/** Asks why, before somebody acts as somebody else. */
export function ActAs({ person, choosesMode, onClose }: ActAs) {
  const { text } = useSpeech('identity');
  const [reason, setReason] = useState('');
  const [mode, setMode] = useState<'live' | 'sandbox'>('live');
  const act = useActAs();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const return_path = `${location.pathname}${location.search}`;
    if (reason.trim().length >= 3) act.mutate({ user_id: person.id, reason, mode, return_path });
  };
  return (
    <Modal opened onClose={onClose} title={text('act_as_title', { name: person.name })} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className="soft">{text('act_as_text')}</p>
          {act.error ? <Notice tone="red">{act.error.message}</Notice> : null}
          <Textarea
            label={text('reason')}
            description={text('reason_about')}
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {choosesMode ? (
            <SegmentedControl
              aria-label={text('mode')}
              data={[
                { value: 'live', label: text('mode_live') },
                { value: 'sandbox', label: text('mode_sandbox') },
              ]}
              value={mode}
              onChange={(value) => setMode(value)}
            />
          ) : null}
          <Buttons>
            <Button type="submit" loading={act.isPending || act.isSuccess} disabled={reason.trim().length < 3}>
              {text('act_as')}
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
