import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { FreeTimes } from '../../scheduling/components/free-times.tsx';
import type { Picked } from '../../scheduling/picked.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { otherTimes, type OwnAppointment, useMoveOwn } from '../api.ts';

/** Another time for the same appointment. The old one stays until the new one is taken. */
export function MoveOwn({ appointment, onClose }: { appointment: OwnAppointment; onClose: () => void }) {
  const format = useFormat();
  const { manage_token, service, start } = appointment;
  const [day, setDay] = useState(format.dateOf(start));
  const [picked, setPicked] = useState<Picked | null>(null);
  const move = useMoveOwn(manage_token);
  const confirm = (to: string) =>
    move.mutate(to, {
      onSuccess: (moved) => {
        tell(
          moved.status === 'pending_approval'
            ? `Asked for ${format.dateTime(moved.start)}`
            : `Moved to ${format.dateTime(moved.start)}`,
        );
        onClose();
      },
      onError: () => setPicked(null),
    });
  return (
    <Modal opened onClose={onClose} title={`Another time for ${service.name}`} size="lg">
      <Stack>
        <p className="soft">Now {format.dateTime(start)}. It stays yours until another time is taken.</p>
        <FreeTimes
          question={{ serviceId: service.id }}
          source={otherTimes(manage_token)}
          day={day}
          onDay={setDay}
          value={picked}
          onChange={setPicked}
        />
        {move.error ? (
          <Notice tone="red" title={isRefusal(move.error) ? move.error.problem.title : 'That did not work'}>
            {isRefusal(move.error) ? move.error.problem.detail : 'Nothing was changed. Try again.'}
          </Notice>
        ) : null}
        <Buttons>
          <Button disabled={!picked} loading={move.isPending} onClick={() => picked && confirm(picked.start)}>
            {picked ? `Move to ${format.dateTime(picked.start)}` : 'Choose a time'}
          </Button>
          <Button variant="default" onClick={onClose}>
            Keep the old time
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
