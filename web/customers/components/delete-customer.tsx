import type { Customer } from '@smooth/contract/customers/customers.ts';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { useDeleteCustomer } from '../api.ts';

interface DeleteCustomer {
  customer: Customer;
  onClose: () => void;
  onGone: () => void;
}

export function DeleteCustomer({ customer, onClose, onGone }: DeleteCustomer) {
  const remove = useDeleteCustomer(customer.id);
  return (
    <Ask
      title={`Delete ${customer.name}?`}
      verb="Delete customer"
      isPending={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            tell(`${customer.name} deleted`);
            onGone();
          },
        })
      }
    >
      Contacts and notes are removed. This works only while the person has no appointments; block somebody who has.
    </Ask>
  );
}
