import {
  changeClosure,
  createBlock,
  createClosure,
  deleteBlock,
  deleteClosure,
  getClosure,
  listBlocks,
  listClosures,
} from '@smooth/contract/scheduling/blocks.ts';
import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { allPages } from '../../app/pages-of.ts';
import { useRefresh } from './resources.ts';

export const blocksQuery = (resourceId: string) =>
  queryOptions({
    queryKey: ['blocks', resourceId],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(listBlocks, { query: { resource_id: resourceId, cursor, limit: 200 } }, { signal })),
  });

export type BlockBody = NonNullable<CallOf<typeof createBlock>['body']>;

export const useCreateBlock = () =>
  useMutation({ mutationFn: (body: BlockBody) => call(createBlock, { body }), onSuccess: useRefresh('blocks') });

export const useDeleteBlock = () =>
  useMutation({ mutationFn: (id: string) => call(deleteBlock, { params: { id } }), onSuccess: useRefresh('blocks') });

export const closuresQuery = (from?: string) =>
  queryOptions({
    queryKey: ['closures', 'all', from],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(listClosures, { query: { from, cursor, limit: 200 } }, { signal })),
  });

export const closureQuery = (id: string) =>
  queryOptions({
    queryKey: ['closures', 'one', id],
    queryFn: ({ signal }) => call(getClosure, { params: { id } }, { signal }),
  });

export type ClosureBody = NonNullable<CallOf<typeof createClosure>['body']>;
export type ClosureChange = NonNullable<CallOf<typeof changeClosure>['body']>;

export const useCreateClosure = () =>
  useMutation({ mutationFn: (body: ClosureBody) => call(createClosure, { body }), onSuccess: useRefresh('closures') });

export const useChangeClosure = (id: string) =>
  useMutation({
    mutationFn: (body: ClosureChange) => call(changeClosure, { params: { id }, body }),
    onSuccess: useRefresh('closures'),
  });

export const useDeleteClosure = () =>
  useMutation({
    mutationFn: (id: string) => call(deleteClosure, { params: { id } }),
    onSuccess: useRefresh('closures'),
  });
