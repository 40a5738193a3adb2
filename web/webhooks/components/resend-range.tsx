import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useNow } from '../../app/now.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useResendRange } from '../api.ts';

const SPANS = { hour: 1, day: 24, three_days: 72, week: 168, month: 720 } as const;
const HOUR_MS = 3_600_000;

/** Sends what happened within a span of time again. */
export function ResendRange({ id, onClose }: { id: string; onClose: () => void }) {
  const { text, count } = useSpeech('webhooks');
  const resend = useResendRange(id);
  const now = useNow();
  const [span, setSpan] = useState<keyof typeof SPANS>('day');
  const [failed_only, setFailedOnly] = useState(true);
  const go = () =>
    resend.mutate(
      { since: new Date(now - SPANS[span] * HOUR_MS).toISOString(), failed_only },
      {
        onSuccess: ({ resent }) => {
          tell(count('resent', resent));
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={text('range')} centered>
      <Stack>
        <Select
          label={text('range_span')}
          allowDeselect={false}
          data={(Object.keys(SPANS) as (keyof typeof SPANS)[]).map((value) => ({
            value,
            label: text(`span_${value}`),
          }))}
          value={span}
          onChange={(value) => setSpan(value ?? 'day')}
        />
        <Checkbox
          label={text('range_failed')}
          description={text('range_failed_about')}
          checked={failed_only}
          onChange={({ currentTarget }) => setFailedOnly(currentTarget.checked)}
        />
        {resend.error ? <Notice tone="red">{resend.error.message}</Notice> : null}
        <Buttons>
          <Button loading={resend.isPending} onClick={go}>
            {text('range_go')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text('discard')}
          </Button>
        </Buttons>
      </Stack>
    </Modal>
  );
}
