import { Button, Modal, TextInput } from '@mantine/core';
import type { TimeOffRequest } from '@smooth/contract/scheduling/time-off.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { useMay } from '../../identity/api.ts';
import { Affected } from '../../scheduling/components/affected.tsx';
import { spanWords } from '../../scheduling/components/time-off-section.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { tell } from '../../ui/tell.tsx';
import { requestQuery, requestsQuery, useAnswerTimeOff } from '../api.ts';

/** Time off that waits for those who may decide. */
export function TimeOffNotices() {
  const { text, count } = useSpeech('calendar');
  const may = useMay();
  const decides = may('time_off.decide');
  const { data: waiting = [] } = useQuery({ ...requestsQuery('requested'), enabled: decides });
  const [open, setOpen] = useState<TimeOffRequest | null>(null);
  const format = useFormat();
  if (!decides || waiting.length === 0) return null;
  return (
    <>
      <Notice tone="amber" title={count('waiting', waiting.length)}>
        <Stack>
          {waiting.map((request) => (
            <Buttons key={request.id}>
              <span>
                {request.resource_name}, {spanWords(request.start, request.end, format)}
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={text('decide_about', { name: request.resource_name })}
                onClick={() => setOpen(request)}
              >
                {text('decide')}
              </Button>
            </Buttons>
          ))}
        </Stack>
      </Notice>
      {open ? <Decide request={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Decide({ request, onClose }: { request: TimeOffRequest; onClose: () => void }) {
  const { text } = useSpeech('calendar');
  const format = useFormat();
  const told = useQuery(requestQuery(request.id));
  const answer = useAnswerTimeOff(request.id);
  const [reason, setReason] = useState('');
  const decide = (verb: 'approve' | 'decline', { revision }: TimeOffRequest) =>
    answer.mutate(
      { verb, revision, reason: reason.trim() },
      {
        onSuccess: () => {
          tell(verb === 'approve' ? text('is_away', { name: request.resource_name }) : text('is_declined'));
          onClose();
        },
        onError: () => void told.refetch(),
      },
    );
  return (
    <Modal opened onClose={onClose} title={text('time_off_of', { name: request.resource_name })} size="lg" centered>
      <Stack>
        <p>
          {spanWords(request.start, request.end, format)}
          {request.reason ? <span className="soft">, {request.reason}</span> : null}
        </p>
        <Loaded query={told} skeleton={<RowsSkeleton rows={2} />}>
          {({ request: now, affected }) => (
            <Stack>
              <Affected appointments={affected} />
              <TextInput
                label={text('answer')}
                description={text('answer_about')}
                maxLength={500}
                value={reason}
                onChange={({ currentTarget }) => setReason(currentTarget.value)}
              />
              {answer.error ? (
                <Notice tone="red">
                  {isRefusal(answer.error) ? answer.error.problem.detail : text('not_done_text')}
                </Notice>
              ) : null}
              <Buttons>
                <Button disabled={!now.can.decide} loading={answer.isPending} onClick={() => decide('approve', now)}>
                  {text('approve')}
                </Button>
                <Button
                  variant="default"
                  disabled={!now.can.decide || answer.isPending}
                  onClick={() => decide('decline', now)}
                >
                  {text('decline')}
                </Button>
              </Buttons>
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Modal>
  );
}
