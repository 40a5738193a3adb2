import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { Buttons, Stack } from './page.tsx';

/** Asks before typed input is left behind. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title="Leave without saving?" centered>
      <Stack>
        <p className="soft">What you changed here is not saved yet.</p>
        <Buttons>
          <Button data-autofocus onClick={() => reset?.()}>
            Stay here
          </Button>
          <Button variant="default" onClick={() => proceed?.()}>
            Leave without saving
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
