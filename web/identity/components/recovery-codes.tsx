import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { factorsQuery, useRenewCodes } from '../account-api.ts';
import classes from './two-factor.module.css';

type Shown = (codes: string[]) => void;

/** How many codes are left for the day on which app and passkeys are lost, and new ones. */
export function CodesLeft({ onCodes, children }: { onCodes: Shown; children?: React.ReactNode }) {
  const { text, count } = useSpeech('identity');
  const left = useQuery(factorsQuery).data?.recovery_codes_left;
  const renew = useRenewCodes();
  const make = () =>
    renew.mutate(undefined, { onSuccess: ({ recovery_codes }) => onCodes(recovery_codes), onError: tellRefusal });
  return (
    <>
      {left === undefined ? null : <p>{count('codes_left', left)}</p>}
      <Buttons>
        <Button variant="default" loading={renew.isPending} onClick={make}>
          {text('new_codes')}
        </Button>
        {children}
      </Buttons>
    </>
  );
}

/** Codes that are shown once. */
export function Codes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { text } = useSpeech('identity');
  return (
    <Stack>
      <Notice tone="amber" title={text('codes_title')}>
        {text('codes_text')}
      </Notice>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Buttons>
        <Button onClick={onDone}>{text('codes_kept')}</Button>
      </Buttons>
    </Stack>
  );
}
