import { Button } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';
import { useStopActing } from '../account-api.ts';
import { meQuery } from '../api.ts';
import classes from './acting-banner.module.css';

/** Says on every page that somebody acts as somebody else, and how to stop. It cannot be hidden. */
export function ActingBanner() {
  const { text } = useSpeech('identity');
  const { locale } = useVoice();
  const { data } = useQuery({ ...meQuery, enabled: false });
  const stop = useStopActing();
  const acting = data?.masquerade;
  useEffect(() => {
    if (acting) document.documentElement.dataset['acting'] = 'true';
  }, [acting]);
  if (!data || !acting) return null;
  const until = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(acting.ends_at));
  return (
    <aside className={classes.banner} aria-label={text('acting')}>
      <IconUserShare aria-hidden />
      <p>
        <strong>{text('acting_as', { name: data.user.name })}</strong>{' '}
        <span className={classes.about}>
          {text('acting_about', { by: acting.by.name, until, reason: acting.reason })}
        </span>
      </p>
      <Button size="compact-sm" variant="white" color="dark" loading={stop.isPending} onClick={() => stop.mutate()}>
        {text('stop')}
      </Button>
    </aside>
  );
}
