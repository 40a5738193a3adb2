import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
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
export const Ask = ({ title, children, verb, isPending, error, onConfirm, onClose }: Ask) => (
  <Modal opened onClose={onClose} title={title} centered>
    <Stack>
      <p className="soft">{children}</p>
      {error ? (
        <Notice tone="red" title={isRefusal(error) ? error.problem.title : 'That did not work'}>
          {isRefusal(error) ? error.problem.detail : 'Nothing was changed. Try again.'}
        </Notice>
      ) : null}
      <Buttons>
        <Button color="red" loading={isPending} onClick={onConfirm}>
          {verb}
        </Button>
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep it
        </Button>
      </Buttons>
    </Stack>
  </Modal>
);
