import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { isRefusal } from '../app/refusal.ts';
import { Buttons, Stack } from './page.tsx';
import { Notice } from './notice.tsx';

/**
 * Keeps an editor's input when somebody else was faster: their state is known, ours stays in the form. `base` is what
 * the form was filled from, not what was loaded since: only a refusal may move an attempt onto a newer revision.
 */
export function useNewer<T extends { revision: number }>(base: T) {
  const [newer, setNewer] = useState<T | null>(null);
  return {
    newer,
    /** What the next attempt is based on. */
    revision: newer?.revision ?? base.revision,
    watch: (error: unknown) => {
      if (isRefusal(error, 'stale_revision') && error.problem.current) setNewer(error.problem.current as T);
    },
    forget: () => setNewer(null),
  };
}

interface StaleAlert {
  /** The labels of what they changed. */
  changed: string[];
  onTake: () => void;
}

export function StaleAlert({ changed, onTake }: StaleAlert) {
  const { text } = useSpeech('ui');
  return (
    <Notice tone="amber" title={text('stale_title')}>
      <Stack>
        <p>
          {changed.length > 0 ? `${text('stale_changed', { fields: changed.join(', ') })} ` : ''}
          {text('stale_text')}
        </p>
        <Buttons>
          <Button size="xs" variant="default" onClick={onTake}>
            {text('stale_take')}
          </Button>
        </Buttons>
      </Stack>
    </Notice>
  );
}
