import { Button } from '@mantine/core';
import type { SandboxStatus } from '@smooth/contract/sandbox/sandbox.ts';
import { DAY, formatInstant, HOUR } from '@smooth/engine/instant.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Buttons, Section, Stack } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useMoveClock } from '../api.ts';

const steps = [
  { key: 'hour', ms: HOUR },
  { key: 'day', ms: DAY },
  { key: 'week', ms: 7 * DAY },
  { key: 'month', ms: 30 * DAY },
] as const;

/** Lets time pass in test mode. */
export function ClockSection({ status }: { status: SandboxStatus }) {
  const { text } = useSpeech('sandbox');
  const { dateTime } = useFormat();
  const move = useMoveClock();
  return (
    <Section title={text('clock')} about={text('clock_about')}>
      <Stack>
        <strong>{text('clock_now', { time: dateTime(status.now) })}</strong>
        <Buttons>
          {steps.map(({ key, ms }) => (
            <Button
              key={key}
              variant="default"
              loading={move.isPending && move.variables === later(status, ms)}
              disabled={move.isPending}
              onClick={() => move.mutate(later(status, ms))}
            >
              {text('ahead', { length: text(key) })}
            </Button>
          ))}
        </Buttons>
      </Stack>
    </Section>
  );
}

const later = ({ now }: SandboxStatus, ms: number) => formatInstant(Date.parse(now) + ms);
