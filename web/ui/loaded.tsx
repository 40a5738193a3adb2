import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { Failed } from './states.tsx';

interface Loaded<Data> {
  query: UseQueryResult<Data>;
  /** The final shape in grey; shown after 100 ms. */
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
}

/** The data of a query, or what stands in for it while it loads or when it failed. */
export function Loaded<Data>({ query, skeleton, children }: Loaded<Data>) {
  const { text } = useSpeech('ui');
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="quiet-load" aria-busy>
      <span className="unseen">{text('loading')}</span>
      {skeleton}
    </div>
  );
}
