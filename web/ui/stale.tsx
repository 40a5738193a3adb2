import { Button } from '@mantine/core';
import { useState } from 'react';
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

export const StaleAlert = ({ changed, onTake }: StaleAlert) => (
  <Notice tone="amber" title="Somebody changed this in the meantime">
    <Stack>
      <p>
        {changed.length > 0 ? `They changed: ${changed.join(', ')}. ` : ''}
        What you typed is kept. Save again to apply it on top, or take theirs.
      </p>
      <Buttons>
        <Button size="xs" variant="default" onClick={onTake}>
          Take theirs
        </Button>
      </Buttons>
    </Stack>
  </Notice>
);
