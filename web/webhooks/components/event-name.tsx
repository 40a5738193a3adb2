import { useSpeech } from '../../words/use-speech.tsx';
import { eventName } from '../events.ts';
import classes from './events.module.css';

/** A type of event as people say it, and as programs do. */
export function EventName({ type }: { type: string }) {
  const name = eventName(type, useSpeech('webhooks'));
  return (
    <span className={classes.name}>
      <span className={classes.words}>{name}</span>
      {name === type ? null : <code className={classes.code}>{type}</code>}
    </span>
  );
}
