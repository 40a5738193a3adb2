import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  cancelClass,
  changeClass,
  type ClassSession,
  createClass,
  getClass,
} from '@smooth/contract/scheduling/classes.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { isRefusal } from '../../app/refusal.ts';

export const classQuery = (id: string) =>
  queryOptions({
    queryKey: ['appointments', 'class', id],
    queryFn: ({ signal }) => call(getClass, { params: { id } }, { signal }),
  });

type Cancelling = NonNullable<CallOf<typeof cancelClass>['body']>;
type Changing = NonNullable<CallOf<typeof changeClass>['body']>;
type Making = NonNullable<CallOf<typeof createClass>['body']>;

export const useCreateClass = () =>
  useMutation({ mutationFn: (body: Making) => call(createClass, { body }), onSuccess: useKeepClass() });

export const useChangeClass = (id: string) =>
  useMutation({
    mutationFn: (body: Changing) => call(changeClass, { params: { id }, body }),
    onSuccess: useKeepClass(),
    onError: useShowNewer(),
  });

export const useCancelClass = (id: string) =>
  useMutation({
    mutationFn: (body: Cancelling) => call(cancelClass, { params: { id }, body }),
    onSuccess: useKeepClass(),
    onError: useShowNewer(),
  });

function useKeepClass() {
  const queries = useQueryClient();
  return (session: ClassSession) => {
    queries.setQueryData(classQuery(session.id).queryKey, session);
    void queries.invalidateQueries({ queryKey: ['appointments'] });
    void queries.invalidateQueries({ queryKey: ['availability'] });
  };
}

function useShowNewer() {
  const queries = useQueryClient();
  return (error: unknown) => {
    if (isRefusal(error, 'stale_revision', 'already_ended'))
      void queries.invalidateQueries({ queryKey: ['appointments'] });
  };
}
