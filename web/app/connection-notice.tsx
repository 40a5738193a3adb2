import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { type Connection, openRealtime } from './realtime.ts';
import classes from './connection-notice.module.css';

/** Keeps the rooms live, and says so when they are not. */
export function ConnectionNotice() {
  const { text } = useSpeech('app');
  const isLost = useConnection() === 'lost';
  return (
    <output className={classes.notice} hidden={!isLost}>
      <IconPlugConnectedX aria-hidden size="1.2em" />
      {text('connection_lost')}
    </output>
  );
}

function useConnection(): Connection {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => {
    const realtime = openRealtime(queries);
    const leave = realtime.subscribe(() => setConnection(realtime.state()));
    return () => {
      leave();
      realtime.close();
    };
  }, [queries]);
  return connection;
}
