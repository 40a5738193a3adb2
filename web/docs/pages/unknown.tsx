import { Anchor } from '@mantine/core';
import { useSpeech } from '../../words/use-speech.tsx';
import { ROOT } from '../guides.ts';
import classes from './prose.module.css';

export function UnknownPage() {
  const { text } = useSpeech('docs');
  return (
    <article className={classes.prose}>
      <h1>{text('unknown')}</h1>
      <p className={classes.about}>{text('unknown_about')}</p>
      <Anchor href={ROOT}>{text('to_start')}</Anchor>
    </article>
  );
}
