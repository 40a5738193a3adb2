import { Button } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMoodEmpty, IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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
export const NothingFound = ({ onReset }: { onReset?: () => void }) => (
  <StateCard
    icon={<IconSearchOff />}
    title="Nothing matches"
    action={
      onReset ? (
        <Button variant="default" onClick={onReset}>
          Clear the filters
        </Button>
      ) : undefined
    }
  >
    Choose a longer period or fewer filters.
  </StateCard>
);

export const NotAllowed = ({ children }: { children?: ReactNode }) => (
  <StateCard icon={<IconLock />} title="This is not open to you">
    {children ?? 'Somebody with more rights in your business can do this, or give you access.'}
  </StateCard>
);

export const NotFound = () => (
  <StateCard icon={<IconSearchOff />} title="Not found">
    It was removed, or the address has a mistake in it.
  </StateCard>
);

/** Something went wrong: what, that nothing was lost, what to do, and the request id in small. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  if (isRefusal(error) && error.status === 403) return <NotAllowed>{error.problem.detail}</NotAllowed>;
  if (isRefusal(error) && error.status === 404) return <NotFound />;
  const requestId = isRefusal(error) ? error.problem.request_id : '';
  return (
    <StateCard
      icon={<IconAlertTriangle />}
      title={isRefusal(error) ? error.problem.title : 'This page could not be shown'}
      action={
        onRetry ? (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        ) : undefined
      }
      small={requestId ? `Request ${requestId}` : undefined}
    >
      {isRefusal(error) ? error.problem.detail : 'Nothing was lost. Reload the page to go on.'}
    </StateCard>
  );
}
