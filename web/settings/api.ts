import { changeBusiness } from '@smooth/contract/tenancy/business.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { meQuery } from '../identity/api.ts';
import type { BusinessChange } from './business-form.ts';

/** The business stands in who is signed in; the answer of the server takes its place there. */
export function useChangeBusiness() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BusinessChange) => call(changeBusiness, { body }),
    onSuccess: (tenant) => {
      queries.setQueryData(meQuery.queryKey, (me) => (me ? { ...me, tenant } : me));
      void queries.invalidateQueries({ queryKey: ['overview'] });
    },
  });
}
