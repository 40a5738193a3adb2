import { useCallback, useEffect, useState } from 'react';
import { CallFailed } from './api.ts';

export type Loaded<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; failure: CallFailed; retry: () => void };

/** Runs a call when the page begins and again on `retry`. */
export function useLoaded<Value>(load: () => Promise<Value>): [Loaded<Value>, (value: Value) => void] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  useEffect(() => run(load, setLoaded), [load]);
  const replace = useCallback((value: Value) => setLoaded({ state: 'ready', value }), []);
  return [loaded, replace];
}

function run<Value>(load: () => Promise<Value>, set: (loaded: Loaded<Value>) => void): void {
  const retry = () => {
    set({ state: 'loading' });
    run(load, set);
  };
  load().then(
    (value) => set({ state: 'ready', value }),
    (error: unknown) => set({ state: 'failed', failure: asFailure(error), retry }),
  );
}

/** Faults of our own code are shown like faults of the server, and stay visible to whoever debugs. */
export function asFailure(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  console.error(error);
  return ownFault;
}

export const ownFault = new CallFailed({
  type: 'about:blank',
  title: '',
  status: 500,
  code: 'internal',
  detail: '',
  request_id: '',
});
