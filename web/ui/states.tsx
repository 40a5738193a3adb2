import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMoodEmpty, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { isRefusal } from '../app/refusal.ts';
import classes from './states.module.css';

interface State {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  small?: ReactNode;
}

function StateCard({ icon, title, children, action, small }: State) {
  return (
    <div className={classes.state}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <h2>{title}</h2>
      {children ? <p className={classes.text}>{children}</p> : null}
      {action}
      {small ? <p className="caption">{small}</p> : null}
    </div>
  );
}

/** Nothing here yet: what will be, and the first step. */
export const Empty = (state: State) => <StateCard icon={<IconMoodEmpty />} {...state} />;

/** A filter that leaves nothing. */
export function NothingFound({ onReset }: { onReset?: () => void }) {
  const { text } = useSpeech('ui');
  return (
    <StateCard
      icon={<IconSearchOff />}
      title={text('nothing_matches')}
      action={
        onReset ? (
          <Button variant="default" onClick={onReset}>
            {text('clear_filters')}
          </Button>
        ) : undefined
      }
    >
      {text('nothing_matches_text')}
    </StateCard>
  );
}

export function NotAllowed({ children }: { children?: ReactNode }) {
  const { text } = useSpeech('ui');
  return (
    <StateCard icon={<IconLock />} title={text('not_allowed')}>
      {children ?? text('not_allowed_text')}
    </StateCard>
  );
}

export function NotFound() {
  const { text } = useSpeech('ui');
  return (
    <StateCard icon={<IconSearchOff />} title={text('not_found')}>
      {text('not_found_text')}
    </StateCard>
  );
}

/** Something went wrong: what, that nothing was lost, what to do, and the request id in small. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const { text } = useSpeech('ui');
  if (isRefusal(error) && error.status === 403) return <NotAllowed>{error.problem.detail}</NotAllowed>;
  if (isRefusal(error) && error.status === 404) return <NotFound />;
  const requestId = isRefusal(error) ? error.problem.request_id : '';
  return (
    <StateCard
      icon={<IconAlertTriangle />}
      title={isRefusal(error) ? error.problem.title : text('page_broken')}
      action={
        onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {text('try_again')}
          </Button>
        ) : undefined
      }
      small={requestId ? text('request', { id: requestId }) : undefined}
    >
      {isRefusal(error) ? error.problem.detail : text('page_broken_text')}
    </StateCard>
  );
}
