import { Button, Textarea } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import type { TimeOffRequest } from '@smooth/contract/scheduling/time-off.ts';
import { IconCheck, IconHourglass, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Affected } from '../../scheduling/components/affected.tsx';
import { SpanFields } from '../../scheduling/components/span-fields.tsx';
import { spanWords } from '../../scheduling/components/time-off-section.tsx';
import { daySpan, spanBounds, spanProblem } from '../../scheduling/span.ts';
import { Mark } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { requestsQuery, useAnswerTimeOff, useAskTimeOff } from '../api.ts';
import classes from '../../scheduling/components/rows.module.css';

/** What a person has asked for, and a form to ask for more. */
export function TimeOffPanel({ resource }: { resource: Resource }) {
  const { text } = useSpeech('calendar');
  const { data: all = [] } = useQuery(requestsQuery());
  const [asking, setAsking] = useState(false);
  const [affected, setAffected] = useState<Appointment[] | null>(null);
  const own = all.filter(({ resource_id, status }) => resource_id === resource.id && status !== 'withdrawn');
  return (
    <Section
      title={text('time_off')}
      about={text('time_off_about')}
      action={
        asking ? undefined : (
          <Button size="xs" variant="default" leftSection={<IconPlus size="1.2em" />} onClick={() => setAsking(true)}>
            {text('ask')}
          </Button>
        )
      }
    >
      <Stack>
        {asking ? (
          <AskForm
            resourceId={resource.id}
            onClose={() => setAsking(false)}
            onDone={(found) => [setAsking(false), setAffected(found)]}
          />
        ) : null}
        {affected && affected.length > 0 ? <Affected appointments={affected} /> : null}
        {own.length > 0 ? (
          <ul className={classes.rows}>
            {own.map((request) => (
              <RequestRow key={request.id} request={request} />
            ))}
          </ul>
        ) : asking ? null : (
          <p className="soft">{text('not_asked')}</p>
        )}
      </Stack>
    </Section>
  );
}

interface AskForm {
  resourceId: string;
  onClose: () => void;
  onDone: (affected: Appointment[]) => void;
}

function AskForm({ resourceId, onClose, onDone }: AskForm) {
  const { text } = useSpeech('calendar');
  const scheduling = useSpeech('scheduling');
  const { zone } = useFormat();
  const ask = useAskTimeOff();
  const [span, setSpan] = useState(daySpan(useToday()));
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const bounds = spanBounds(span, zone);
    if (!bounds) return;
    ask.mutate(
      { resource_id: resourceId, ...bounds, reason: reason.trim() || null },
      {
        onSuccess: ({ affected }) => {
          tell(text('asked'));
          onDone(affected);
        },
      },
    );
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SpanFields value={span} error={isTried ? spanProblem(span, scheduling) : null} onChange={setSpan} />
      <Textarea
        label={text('reason')}
        description={text('reason_about')}
        autosize
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {ask.error ? <Notice tone="red">{isRefusal(ask.error) ? ask.error.message : text('not_sent')}</Notice> : null}
      <Buttons>
        <Button type="submit" size="xs" loading={ask.isPending}>
          {text('ask')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {text('discard')}
        </Button>
      </Buttons>
    </form>
  );
}

const marks = {
  requested: { tone: 'amber', icon: IconHourglass, word: 'state_requested' },
  approved: { tone: 'green', icon: IconCheck, word: 'state_approved' },
  declined: { tone: 'red', icon: IconX, word: 'state_declined' },
  withdrawn: { tone: 'quiet', icon: IconX, word: 'state_withdrawn' },
} as const;

function RequestRow({ request }: { request: TimeOffRequest }) {
  const { text } = useSpeech('calendar');
  const format = useFormat();
  const answer = useAnswerTimeOff(request.id);
  const { tone, icon, word } = marks[request.status];
  const words = spanWords(request.start, request.end, format);
  return (
    <li>
      <span>
        {words}
        {request.decision_reason ? <span className="soft">, {request.decision_reason}</span> : null}
      </span>
      <Buttons>
        <Mark tone={tone} icon={icon}>
          {text(word)}
        </Mark>
        {request.can.withdraw ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={text('withdraw_what', { when: words })}
            loading={answer.isPending}
            onClick={() => answer.mutate({ verb: 'withdraw', revision: request.revision }, { onError: tellRefusal })}
          >
            {text('withdraw')}
          </Button>
        ) : null}
      </Buttons>
    </li>
  );
}
