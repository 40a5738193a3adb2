import { useSpeech } from '../../words/use-speech.tsx';
import { eventName } from '../events.ts';
import classes from './events.module.css';

/** A type of event as people say it, and as programs do; beside each other or, where many stand in a list, below. */
export function EventName({ type, below }: { type: string; below?: boolean }) {
  const name = eventName(type, useSpeech('webhooks'));
  return (
    <span className={classes.name} data-below={below}>
      <span className={classes.words}>{name}</span>
      {name === type ? null : <code className={classes.code}>{type}</code>}
    </span>
  );
}
