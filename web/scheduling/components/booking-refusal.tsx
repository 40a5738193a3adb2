import { Button } from '@mantine/core';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { WhyNot } from './explanation.tsx';
import type { TimeQuestion } from '../picked.ts';
import { Notice } from '../../ui/notice.tsx';

interface BookingRefusal {
  error: unknown;
  question: TimeQuestion;
  start: string | undefined;
  onPick: (start: string) => void;
}

const aboutTime = new Set([
  'slot_unavailable',
  'capacity',
  'closed',
  'policy_notice',
  'policy_window',
  'limit_reached',
]);

/** A refusal where the time is chosen: what happened, the nearest times as buttons, and why. */
export function BookingRefusal({ error, question, start, onPick }: BookingRefusal) {
  const { text } = useSpeech('scheduling');
  const { dateTime } = useFormat();
  if (!error) return null;
  if (!isRefusal(error)) return <Notice tone="red">{text('nothing_booked_try')}</Notice>;
  const { alternatives = [], detail, title, request_id } = error.problem;
  const isAboutTime = aboutTime.has(error.code);
  return (
    <Notice tone={isAboutTime ? 'amber' : 'red'} title={title}>
      <Stack>
        {detail && detail !== title ? <p>{detail}</p> : null}
        {alternatives.length > 0 ? (
          <Buttons>
            {alternatives.map((alternative) => (
              <Button key={alternative} size="xs" variant="default" onClick={() => onPick(alternative)}>
                {dateTime(alternative)}
              </Button>
            ))}
          </Buttons>
        ) : null}
        {isAboutTime && start ? <WhyNot question={question} start={start} /> : null}
        {error.status >= 500 ? <p className="caption">{text('request', { id: request_id })}</p> : null}
      </Stack>
    </Notice>
  );
}
