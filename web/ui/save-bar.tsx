import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
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
  return (
    <div className={classes.bar}>
      {error && !isRefusal(error, 'stale_revision') ? (
        <Notice tone="red" title={isRefusal(error) ? error.problem.title : 'Not saved'}>
          {Object.keys(fieldErrors(error)).length > 0
            ? 'Nothing is lost; see the marked fields.'
            : isRefusal(error)
              ? error.problem.detail
              : 'Nothing you typed is lost. Try again.'}
        </Notice>
      ) : null}
      <Button type="submit" loading={isSaving} disabled={!isDirty}>
        {label}
      </Button>
      <Button variant="default" onClick={onDiscard}>
        {isDirty ? 'Discard' : 'Back'}
      </Button>
      <span className={classes.rest}>{children}</span>
    </div>
  );
}
