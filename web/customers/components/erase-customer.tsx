import type { Customer } from '@smooth/contract/customers/customers.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useErase } from '../api-person.ts';

interface EraseCustomer {
  customer: Customer;
  onClose: () => void;
  onGone: () => void;
}

/** Erasing somebody for good, with what goes and what stays. */
export function EraseCustomer({ customer, onClose, onGone }: EraseCustomer) {
  const { text, count } = useSpeech('customers');
  const format = useFormat();
  const erase = useErase(customer.id);
  const { name, revision, appointment_count: appointments, next_start: next } = customer;
  const consequences = [
    text('erase_text', { name }),
    ...(appointments > 0 ? [count('erase_keeps', appointments)] : []),
    ...(next ? [text('erase_ahead', { time: format.dateTime(next) })] : []),
  ];
  return (
    <Ask
      title={text('erase_title', { name })}
      verb={text('erase_named', { name })}
      isPending={erase.isPending}
      error={erase.error}
      onClose={onClose}
      onConfirm={() =>
        erase.mutate(revision, {
          onSuccess: () => {
            tell(text('erased', { name }));
            onGone();
          },
        })
      }
    >
      {consequences.join(' ')}
    </Ask>
  );
}
