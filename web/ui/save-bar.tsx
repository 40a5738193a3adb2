import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { fieldErrors, isRefusal } from '../app/refusal.ts';
import classes from './save-bar.module.css';
import { Notice } from './notice.tsx';

interface SaveBar {
  label: string;
  isSaving: boolean;
  isDirty: boolean;
  onDiscard: () => void;
  error: unknown;
  children?: ReactNode;
}

/** Saves a long form; stays in sight at the lower edge, with the refusal beside the button. */
export function SaveBar({ label, isSaving, isDirty, onDiscard, error, children }: SaveBar) {
  const { text } = useSpeech('ui');
  return (
    <div className={classes.bar}>
      {error && !isRefusal(error, 'stale_revision') ? (
        <Notice tone="red" title={isRefusal(error) ? error.problem.title : text('not_saved')}>
          {Object.keys(fieldErrors(error)).length > 0
            ? text('not_saved_fields')
            : isRefusal(error)
              ? error.problem.detail
              : text('not_saved_text')}
        </Notice>
      ) : null}
      <Button type="submit" loading={isSaving} disabled={!isDirty}>
        {label}
      </Button>
      <Button variant="default" onClick={onDiscard}>
        {text(isDirty ? 'discard' : 'back')}
      </Button>
      <span className={classes.rest}>{children}</span>
    </div>
  );
}
