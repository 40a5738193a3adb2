import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../app/format-context.tsx';
import { useMay, useMe } from '../../identity/api.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { statusQuery, useSwitch } from '../api.ts';
import classes from './test-banner.module.css';

/** Stays on every page while one works in the sandbox. */
export function TestBanner() {
  const { text } = useSpeech('sandbox');
  const { mode } = useMe();
  const may = useMay();
  const { mutate, isPending } = useSwitch();
  if (mode !== 'sandbox') return null;
  return (
    <output className={classes.banner}>
      <IconFlask aria-hidden size="1.2em" />
      <span>{text('banner')}</span>
      {may('sandbox.switch') ? (
        <>
          <Clock />
          <Link to="/sandbox">{text('tools')}</Link>
          <button type="button" disabled={isPending} onClick={() => mutate(false)}>
            {text('exit')}
          </button>
        </>
      ) : null}
    </output>
  );
}

function Clock() {
  const { text } = useSpeech('sandbox');
  const { dateTime } = useFormat();
  const { data } = useQuery(statusQuery);
  return data?.is_clock_moved ? (
    <span className={classes.clock}>{text('clock_shows', { time: dateTime(data.now) })}</span>
  ) : null;
}
