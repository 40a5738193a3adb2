import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useSpeech } from '../words/use-speech.tsx';
import { Buttons, Stack } from './page.tsx';

/** Asks before typed input is left behind. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { text } = useSpeech('ui');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={text('leave_title')} centered>
      <Stack>
        <p className="soft">{text('leave_text')}</p>
        <Buttons>
          <Button data-autofocus onClick={() => reset?.()}>
            {text('stay')}
          </Button>
          <Button variant="default" onClick={() => proceed?.()}>
            {text('leave')}
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
