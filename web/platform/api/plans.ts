import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { changePlan, listPlans } from '@smooth/contract/platform/plans.ts';
import type { Tier } from '@smooth/contract/tenancy/entitlements.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: async ({ signal }) => (await call(listPlans, {}, { signal })).data,
});

export function useChangePlan(tier: Tier) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NonNullable<CallOf<typeof changePlan>['body']>) => call(changePlan, { params: { tier }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['plans'] });
      void queries.invalidateQueries({ queryKey: ['tenants'] });
    },
  });
}
