import { Button, Progress, SegmentedControl } from '@mantine/core';
import { type SandboxStatus, sandboxWorlds } from '@smooth/contract/sandbox/sandbox.ts';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useReset } from '../api.ts';

type World = (typeof sandboxWorlds)[number];
const labels = { salon: 'world_salon', clinic: 'world_clinic', empty: 'world_empty' } as const;

/** Begins test mode anew, with a made-up business or with nothing. */
export function WorldSection({ status }: { status: SandboxStatus }) {
  const { text } = useSpeech('sandbox');
  const [world, setWorld] = useState<World>('salon');
  const [isAsking, setAsking] = useState(false);
  const reset = useReset();
  const { filling } = status;
  const begin = () =>
    reset.mutate(
      { world },
      {
        onSuccess: () => {
          setAsking(false);
          tell(text('replaced'));
        },
      },
    );
  return (
    <Section title={text('world')} about={text('world_about')}>
      <Stack>
        <SegmentedControl
          aria-label={text('world_label')}
          maw="28rem"
          value={world}
          onChange={(chosen) => setWorld(chosen)}
          data={(['salon', 'clinic', 'empty'] as const).map((value) => ({ value, label: text(labels[value]) }))}
        />
        {filling?.failed ? <Notice tone="red" title={text('filled_failed')} /> : null}
        {filling && !filling.failed ? <Filling {...filling} /> : null}
        <div>
          <Button
            variant="default"
            disabled={filling !== null && !filling.failed}
            onClick={() => {
              reset.reset();
              setAsking(true);
            }}
          >
            {text('fill')}
          </Button>
        </div>
      </Stack>
      {isAsking ? (
        <Ask
          title={text('reset_title')}
          verb={text('reset_verb')}
          isPending={reset.isPending}
          error={reset.error}
          onConfirm={begin}
          onClose={() => setAsking(false)}
        >
          {text('reset_text')}
        </Ask>
      ) : null}
    </Section>
  );
}

function Filling({ done, total }: NonNullable<SandboxStatus['filling']>) {
  const { text } = useSpeech('sandbox');
  const { percent } = useFormat();
  const share = total === 0 ? 0 : done / total;
  const label = text('filling', { percent: percent(Math.round(share * 100) / 100) });
  return (
    <output>
      <Progress value={share * 100} color="orange" aria-label={label} />
      <span className="soft">{label}</span>
    </output>
  );
}
