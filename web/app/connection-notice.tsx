import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Connection, openRealtime } from './realtime.ts';
import classes from './connection-notice.module.css';

/** A short break is nobody's business. */
const SHOWN_AFTER_MS = 2000;

/** Keeps the rooms live, and says so when they are not. */
export function ConnectionNotice() {
  const connection = useConnection();
  const [isShown, show] = useState(false);
  useEffect(() => {
    if (connection !== 'lost') return show(false);
    const timer = setTimeout(() => show(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status">
      {isShown ? (
        <p className={classes.notice}>
          <IconPlugConnectedX aria-hidden size="1.2em" />
          The connection is lost. What others change appears when it is back; what you save is kept or refused at once.
        </p>
      ) : null}
    </div>
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
