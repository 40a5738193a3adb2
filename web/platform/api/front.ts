import { getFront } from '@smooth/contract/platform/front.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const frontQuery = queryOptions({
  queryKey: ['front'],
  queryFn: ({ signal }) => call(getFront, {}, { signal }),
  retry: false,
});
