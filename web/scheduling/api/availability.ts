import { explainAvailability, getAvailability } from '@smooth/contract/scheduling/availability.ts';
import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export type Span = NonNullable<CallOf<typeof getAvailability>['query']>;
export type Asked = NonNullable<CallOf<typeof explainAvailability>['query']>;

export const availabilityQuery = (span: Span) =>
  queryOptions({
    queryKey: ['availability', span],
    queryFn: ({ signal }) => call(getAvailability, { query: span }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

export const explanationQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['availability', 'explain', asked],
    queryFn: ({ signal }) => call(explainAvailability, { query: asked }, { signal }),
    staleTime: 5_000,
  });
