import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { ROOT } from '../guides.ts';
import { useReader } from '../reader.ts';
import classes from './frame.module.css';

/** The name of the place, and whether examples carry the reader's own token. */
export function Bar({ before }: { before?: ReactNode }) {
  const { text } = useSpeech('docs');
  return (
    <header className={classes.bar}>
      {before}
      <a className={classes.brand} href={ROOT}>
        <img src="/favicon.svg" alt="" />
        {text('title')}
      </a>
      <span className={classes.reader}>
        <TokenNote />
      </span>
      <Anchor className={classes.app} href="/">
        {text('open_app')}
      </Anchor>
    </header>
  );
}

function TokenNote() {
  const { text } = useSpeech('docs');
  const reader = useReader();
  if (!reader) return null;
  if (reader.token !== null) return <>{text('your_token', { end: reader.token.slice(-4) })}</>;
  return reader.canMake ? <Anchor href="/developers">{text('make_token')}</Anchor> : <>{text('no_token')}</>;
}
