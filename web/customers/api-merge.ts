import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { listDuplicates, mergeCustomer, previewMerge } from '@smooth/contract/customers/merge.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';

/** Everybody's, or only those of one person. */
export const duplicatesQuery = (customer_id?: string) =>
  queryOptions({
    queryKey: ['customers', 'duplicates', customer_id ?? ''],
    queryFn: async ({ signal }) => (await call(listDuplicates, { query: { customer_id } }, { signal })).data,
  });

export const mergePreviewQuery = (id: string, into: string) =>
  queryOptions({
    queryKey: ['customers', 'merge', id, into],
    queryFn: ({ signal }) => call(previewMerge, { params: { id }, query: { into } }, { signal }),
    staleTime: 0,
  });

export function useMerge(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NonNullable<CallOf<typeof mergeCustomer>['body']>) =>
      call(mergeCustomer, { params: { id }, body }),
    onSettled: () => {
      for (const key of ['customers', 'appointments']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
