import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { changedFields, changedLabels } from '../../app/changed-fields.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import { useChangeCustomer } from '../api.ts';
import { bodyOf, formOf, labelsIn } from '../customer-form.ts';
import { CustomerFields, needsIn } from './customer-fields.tsx';
import { Notice } from '../../ui/notice.tsx';

export function CustomerEditor({ customer: loaded, onDone }: { customer: Customer; onDone: () => void }) {
  const speech = useSpeech('customers');
  const { text } = speech;
  const [customer] = useState(loaded);
  const change = useChangeCustomer(customer.id);
  const { newer, revision, watch, forget } = useNewer(customer);
  const form = useForm({ initialValues: formOf(customer), validate: needsIn(speech) });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision, ...changedFields(bodyOf(formOf(customer)), bodyOf(values)) },
      {
        onSuccess: ({ name }) => {
          tell(text('saved', { name }));
          onDone();
        },
        onError: (error) => {
          watch(error);
          form.setErrors(fieldErrors(error));
        },
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <CustomerFields form={form} />
        {newer ? (
          <StaleAlert
            changed={changedLabels(formOf(customer), formOf(newer), labelsIn(speech))}
            onTake={() => {
              form.setValues(formOf(newer));
              forget();
            }}
          />
        ) : isRefusal(change.error) && Object.keys(fieldErrors(change.error)).length === 0 ? (
          <Notice tone="red">{change.error.message}</Notice>
        ) : null}
        <Buttons>
          <Button type="submit" loading={change.isPending}>
            {text('save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {text('discard')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}
