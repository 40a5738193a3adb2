import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  cancelAppointment,
  createAppointment,
  rescheduleAppointment,
} from '@smooth/contract/scheduling/appointments.ts';
import { changeBlock, createBlock, deleteBlock } from '@smooth/contract/scheduling/blocks.ts';
import { rescheduleClass } from '@smooth/contract/scheduling/classes.ts';
import { getTimeline } from '@smooth/contract/scheduling/timeline.ts';
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

/** Refetched in place: what did not change stays the same object. */
export const timelineQuery = (from: string, to: string, withCancelled = false) =>
  queryOptions({
    queryKey: ['timeline', from, to, ...(withCancelled ? ['cancelled'] : [])],
    queryFn: ({ signal }) =>
      call(getTimeline, { query: { from, to, ...(withCancelled ? { with_cancelled: 'true' } : {}) } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

export type MoveBody = NonNullable<CallOf<typeof rescheduleAppointment>['body']>;

export const moveAppointment = (id: string, body: MoveBody) => call(rescheduleAppointment, { params: { id }, body });

export const moveClass = (id: string, body: NonNullable<CallOf<typeof rescheduleClass>['body']>) =>
  call(rescheduleClass, { params: { id }, body });

export const moveBlock = (id: string, body: NonNullable<CallOf<typeof changeBlock>['body']>) =>
  call(changeBlock, { params: { id }, body });

export const bookAppointment = (body: NonNullable<CallOf<typeof createAppointment>['body']>) =>
  call(createAppointment, { body });

export const takeBack = (id: string, revision: number) =>
  call(cancelAppointment, { params: { id }, body: { revision, reason: 'Undone' } });

export const blockTime = (body: NonNullable<CallOf<typeof createBlock>['body']>) => call(createBlock, { body });
export const unblockTime = (id: string) => call(deleteBlock, { params: { id } });

/** After a change of the calendar: waits for the timeline, lets the rest follow. */
export async function refresh(queries: QueryClient): Promise<void> {
  for (const key of ['appointments', 'availability', 'blocks', 'customers', 'overview']) {
    void queries.invalidateQueries({ queryKey: [key] });
  }
  await queries.invalidateQueries({ queryKey: ['timeline'] });
}
