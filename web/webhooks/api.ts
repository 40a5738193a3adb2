import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  getDelivery,
  listDeliveries,
  resendDeliveries,
  resendDelivery,
  testWebhook,
} from '@smooth/contract/webhooks/deliveries.ts';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  getWebhookSecret,
  listWebhooks,
  rotateWebhookSecret,
} from '@smooth/contract/webhooks/webhooks.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import type { LogSearch } from './search.ts';

/** Deliveries are made in the background, and no event tells of them. */
const LOOK_AGAIN_MS = 4000;

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks', 'list'],
  queryFn: async ({ signal }) => (await call(listWebhooks, {}, { signal })).data,
  refetchInterval: LOOK_AGAIN_MS,
});

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'one', id],
    queryFn: ({ signal }) => call(getWebhook, { params: { id } }, { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const deliveriesQuery = (id: string, { status, type }: LogSearch) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', 'deliveries', id, status ?? '', type ?? ''],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listDeliveries, { params: { id }, query: { status, type, cursor, limit: 25 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: LOOK_AGAIN_MS,
  });

export const deliveryQuery = (id: string, delivery_id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'delivery', id, delivery_id],
    queryFn: ({ signal }) => call(getDelivery, { params: { id, delivery_id } }, { signal }),
    refetchInterval: LOOK_AGAIN_MS,
  });

export type WebhookBody = NonNullable<CallOf<typeof createWebhook>['body']>;
export type WebhookChange = NonNullable<CallOf<typeof changeWebhook>['body']>;

function useRefresh() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['webhooks'] });
}

export const useCreateWebhook = () =>
  useMutation({ mutationFn: (body: WebhookBody) => call(createWebhook, { body }), onSuccess: useRefresh() });

export const useChangeWebhook = (id: string) =>
  useMutation({
    mutationFn: (body: WebhookChange) => call(changeWebhook, { params: { id }, body }),
    onSuccess: useRefresh(),
  });

export const useDeleteWebhook = (id: string) =>
  useMutation({ mutationFn: () => call(deleteWebhook, { params: { id } }), onSuccess: useRefresh() });

/** A secret is asked for when somebody wants to see it, and not kept. */
export const useSecret = (id: string) =>
  useMutation({ mutationFn: () => call(getWebhookSecret, { params: { id } }), gcTime: 0 });

export const useRotateSecret = (id: string) =>
  useMutation({
    mutationFn: (body: { revision: number; keep_hours: number }) => call(rotateWebhookSecret, { params: { id }, body }),
    onSuccess: useRefresh(),
    gcTime: 0,
  });

export const useTest = (id: string) =>
  useMutation({ mutationFn: () => call(testWebhook, { params: { id } }), onSuccess: useRefresh() });

export const useResend = (id: string) =>
  useMutation({
    mutationFn: (delivery_id: string) => call(resendDelivery, { params: { id, delivery_id } }),
    onSuccess: useRefresh(),
  });

export const useResendRange = (id: string) =>
  useMutation({
    mutationFn: (body: NonNullable<CallOf<typeof resendDeliveries>['body']>) =>
      call(resendDeliveries, { params: { id }, body }),
    onSuccess: useRefresh(),
  });
