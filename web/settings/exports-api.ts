import {
  type BusinessExport,
  downloadExport,
  getExport,
  listExports,
  requestExport,
} from '@smooth/contract/archive/exports.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { address, call } from '../app/client.ts';
import { proven } from '../identity/proof.ts';

export const isUnderWay = ({ status }: BusinessExport): boolean => status === 'waiting' || status === 'running';

const LOOK_EVERY_MS = 1000;

/** While one is made, how far it is. */
export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: async ({ signal }) => (await call(listExports, {}, { signal })).data,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_EVERY_MS : false),
});

export function useRequestExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => proven(() => call(requestExport)),
    onSettled: () => void queries.invalidateQueries(exportsQuery),
  });
}

/** The browser fetches the file itself, whatever its size; the proof of identity is asked for before. */
export const useDownload = () =>
  useMutation({
    mutationFn: (id: string) => proven(() => call(getExport, { params: { id } })),
    onSuccess: ({ id }) => window.location.assign(address(downloadExport.path, { id })),
  });
