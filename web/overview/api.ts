import { getOverview } from '@smooth/contract/scheduling/overview.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import type { Period } from './period.ts';

export const overviewQuery = (period: Period) =>
  queryOptions({
    queryKey: ['overview', period],
    queryFn: ({ signal }) => call(getOverview, { query: period }, { signal }),
    placeholderData: keepPreviousData,
  });
