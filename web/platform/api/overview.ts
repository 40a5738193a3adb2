import { getPlatformOverview } from '@smooth/contract/platform/overview.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

/** The workers count once a minute. */
const LOOK_EVERY_MS = 60_000;

export const overviewQuery = queryOptions({
  queryKey: ['platform-overview'],
  queryFn: ({ signal }) => call(getPlatformOverview, {}, { signal }),
  refetchInterval: LOOK_EVERY_MS,
});
