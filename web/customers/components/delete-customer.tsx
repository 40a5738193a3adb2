import type { Customer } from '@smooth/contract/customers/customers.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { useDeleteCustomer } from '../api.ts';

interface DeleteCustomer {
  customer: Customer;
  onClose: () => void;
  onGone: () => void;
}

export function DeleteCustomer({ customer, onClose, onGone }: DeleteCustomer) {
  const { text } = useSpeech('customers');
  const remove = useDeleteCustomer(customer.id);
  return (
    <Ask
      title={text('delete_title', { name: customer.name })}
      verb={text('delete')}
      isPending={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            tell(text('deleted', { name: customer.name }));
            onGone();
          },
        })
      }
    >
      {text('delete_text')}
    </Ask>
  );
}
