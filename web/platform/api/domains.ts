import * as contract from '@smooth/contract/platform/domains.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const domainsQuery = (id: string) =>
  queryOptions({
    queryKey: ['tenants', 'domains', id],
    queryFn: async ({ signal }) => (await call(contract.listDomains, { params: { id } }, { signal })).data,
  });

function useRefresh() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['tenants'] });
}

export const useAddDomain = (id: string) =>
  useMutation({
    mutationFn: (hostname: string) => call(contract.addDomain, { params: { id }, body: { hostname } }),
    onSuccess: useRefresh(),
  });
export const useVerifyDomain = () =>
  useMutation({
    mutationFn: (id: string) => call(contract.verifyDomain, { params: { id } }),
    onSuccess: useRefresh(),
  });
export const useMakePrimary = () =>
  useMutation({ mutationFn: (id: string) => call(contract.makePrimary, { params: { id } }), onSuccess: useRefresh() });
export const useRemoveDomain = () =>
  useMutation({ mutationFn: (id: string) => call(contract.removeDomain, { params: { id } }), onSuccess: useRefresh() });
