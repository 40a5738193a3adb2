import { Modal } from '@mantine/core';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { Stack } from '../../ui/page.tsx';
import { customerQuery } from '../api.ts';
import { type CustomerChoice, CustomerPicker, noCustomer } from './customer-picker.tsx';
import { MergeDialog } from './merge-dialog.tsx';

interface MergeWith {
  customer: Customer;
  onClose: () => void;
  onMerged: (kept: Customer) => void;
}

/** Chooses the other record by hand. */
export function MergeWith({ customer, onClose, onMerged }: MergeWith) {
  const { text } = useSpeech('customers');
  const [choice, setChoice] = useState<CustomerChoice>(noCustomer);
  const chosen = choice.id !== null && choice.id !== customer.id;
  const other = useQuery({ ...customerQuery(choice.id ?? ''), enabled: chosen });
  if (chosen && other.data) return <MergeDialog pair={[customer, other.data]} onClose={onClose} onMerged={onMerged} />;
  return (
    <Modal opened onClose={onClose} title={text('merge_with_title', { name: customer.name })} centered>
      <Stack>
        <CustomerPicker
          value={choice}
          onlyKnown
          errors={choice.id === customer.id ? { customer: text('merge_other') } : {}}
          onChange={setChoice}
        />
      </Stack>
    </Modal>
  );
}
