import { explainAvailability, getAvailability } from '@smooth/contract/scheduling/availability.ts';
import type { AnswerOf, CallOf } from '@smooth/contract/core/endpoint.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export type Span = NonNullable<CallOf<typeof getAvailability>['query']>;
export type Asked = NonNullable<CallOf<typeof explainAvailability>['query']>;

/** Whom to ask for free times. */
export interface TimeSource {
  name: string;
  read: (span: Span, signal: AbortSignal) => Promise<AnswerOf<typeof getAvailability>>;
}
const team: TimeSource = {
  name: 'team',
  read: (span, signal) => call(getAvailability, { query: span }, { signal }),
};

export const availabilityQuery = (span: Span, { name, read }: TimeSource = team) =>
  queryOptions({
    queryKey: ['availability', span, name],
    queryFn: ({ signal }) => read(span, signal),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

export const explanationQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['availability', 'explain', asked],
    queryFn: ({ signal }) => call(explainAvailability, { query: asked }, { signal }),
    staleTime: 5_000,
  });
