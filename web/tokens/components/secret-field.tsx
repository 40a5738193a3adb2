import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import classes from './tokens.module.css';

/** A token in full, ready to be copied; one click selects it. */
export function SecretField({ secret }: { secret: string }) {
  const { text } = useSpeech('tokens');
  return (
    <div className={classes.secret}>
      <output aria-label={text('secret')} className={classes.full}>
        {secret}
      </output>
      <CopyButton value={secret}>
        {({ copied, copy }) => (
          <Button leftSection={copied ? <IconCheck size="1.2em" /> : <IconCopy size="1.2em" />} onClick={copy}>
            {text(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
