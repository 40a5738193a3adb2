import { useCallback, useEffect, useState } from 'react';
import { CallFailed } from './api.ts';

export type Loaded<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; failure: CallFailed; retry: () => void };

/** Runs a call when the page begins and again on `retry`. */
export function useLoaded<Value>(load: () => Promise<Value>): [Loaded<Value>, (value: Value) => void] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const run = useCallback(() => {
    setLoaded({ state: 'loading' });
    load().then(
      (value) => setLoaded({ state: 'ready', value }),
      (error: unknown) => setLoaded({ state: 'failed', failure: asFailure(error), retry: run }),
    );
  }, [load]);
  useEffect(run, [run]);
  const replace = useCallback((value: Value) => setLoaded({ state: 'ready', value }), []);
  return [loaded, replace];
}

/** Faults of our own code are shown like an absent server, and stay visible to whoever debugs. */
export function asFailure(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  console.error(error);
  return new CallFailed({ type: 'about:blank', title: '', status: 500, code: 'internal', detail: '', request_id: '' });
}
