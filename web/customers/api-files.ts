import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { exportCustomers, getImport, previewImport, startImport } from '@smooth/contract/customers/imports.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { saveFile } from '../ui/save-file.ts';
import type { CustomerSearch } from './search.ts';

export type Upload = NonNullable<CallOf<typeof previewImport>['body']>;

export const usePreview = () => useMutation({ mutationFn: (body: Upload) => call(previewImport, { body }) });
export const useImport = () => useMutation({ mutationFn: (body: Upload) => call(startImport, { body }) });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'import', id],
    queryFn: ({ signal }) => call(getImport, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'done' || state.data?.status === 'failed' ? false : 700),
  });

export const useExport = () =>
  useMutation({
    mutationFn: ({ q, tag, blocked }: CustomerSearch) =>
      call(exportCustomers, { query: { q, tag, ...(blocked && { blocked: 'true' as const }) } }),
    // The mark at the start is there already.
    onSuccess: (text) => saveFile('customers.csv', text.replace(/^\uFEFF/, ''), 'text/csv'),
  });
