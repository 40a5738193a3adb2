import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal } from './refusal.ts';

type Listener = () => void;
const listeners = new Set<Listener>();

/** Calls back when the server says that nobody is signed in any more. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const watch = (error: unknown) => {
  if (isRefusal(error, 'unauthenticated')) for (const listener of listeners) listener();
};

/** A refusal is an answer and is not asked for again; a lost connection or a busy server is, twice. */
const mayRetry = (count: number, error: unknown) => count < 2 && isRefusal(error, 'unreachable', 'unavailable');

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: mayRetry, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
