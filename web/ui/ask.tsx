import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { isRefusal } from '../app/refusal.ts';
import { Buttons, Stack } from './page.tsx';
import { Notice } from './notice.tsx';

interface Ask {
  title: string;
  /** The consequence. */
  children: ReactNode;
  /** Repeats the verb. */
  verb: string;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** A question before something is gone. */
export function Ask({ title, children, verb, isPending, error, onConfirm, onClose }: Ask) {
  const { text } = useSpeech('ui');
  return (
    <Modal opened onClose={onClose} title={title} centered>
      <Stack>
        <p className="soft">{children}</p>
        {error ? (
          <Notice tone="red" title={isRefusal(error) ? error.problem.title : text('not_done')}>
            {isRefusal(error) ? error.problem.detail : text('not_done_text')}
          </Notice>
        ) : null}
        <Buttons>
          <Button color="red" loading={isPending} onClick={onConfirm}>
            {verb}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            {text('keep_it')}
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
