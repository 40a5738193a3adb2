import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
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
  const { text } = useSpeech('portal');
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
            ? text('asked_for', { time: format.dateTime(moved.start) })
            : text('moved_to', { time: format.dateTime(moved.start) }),
        );
        onClose();
      },
      onError: () => setPicked(null),
    });
  return (
    <Modal opened onClose={onClose} title={text('move_title', { service: service.name })} size="lg">
      <Stack>
        <p className="soft">{text('move_now', { time: format.dateTime(start) })}</p>
        <FreeTimes
          question={{ serviceId: service.id }}
          source={otherTimes(manage_token)}
          day={day}
          onDay={setDay}
          value={picked}
          onChange={setPicked}
        />
        {move.error ? (
          <Notice tone="red" title={isRefusal(move.error) ? move.error.problem.title : text('not_done')}>
            {isRefusal(move.error) ? move.error.problem.detail : text('not_done_text')}
          </Notice>
        ) : null}
        <Buttons>
          <Button disabled={!picked} loading={move.isPending} onClick={() => picked && confirm(picked.start)}>
            {picked ? text('move_to', { time: format.dateTime(picked.start) }) : text('choose_time')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('keep_old_time')}
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
