import { eraseCustomer, exportCustomer, exportOwnData, type PersonExport } from '@smooth/contract/customers/person.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { proven } from '../identity/proof.ts';
import { saveFile } from '../ui/save-file.ts';

const save = (data: PersonExport) =>
  saveFile(`customer-${data.customer.id}.json`, JSON.stringify(data, null, 2), 'application/json');

export const useExportPerson = (id: string) =>
  useMutation({ mutationFn: () => call(exportCustomer, { params: { id } }), onSuccess: save });

export const useExportOwn = () => useMutation({ mutationFn: () => call(exportOwnData), onSuccess: save });

export function useErase(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (revision: number) => proven(() => call(eraseCustomer, { params: { id }, body: { revision } })),
    onSuccess: () => {
      // What is gone is not asked for again.
      queries.removeQueries({ queryKey: ['customers', 'one', id] });
      for (const key of ['customers', 'appointments', 'timeline']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}
