import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Customer } from '@smooth/contract/customers/customers.ts';
import { useState } from 'react';
import { changedFields, changedLabels } from '../../app/changed-fields.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import { useChangeCustomer } from '../api.ts';
import { bodyOf, formOf, labels } from '../customer-form.ts';
import { CustomerFields, needs } from './customer-fields.tsx';
import { Notice } from '../../ui/notice.tsx';

export function CustomerEditor({ customer: loaded, onDone }: { customer: Customer; onDone: () => void }) {
  const [customer] = useState(loaded);
  const change = useChangeCustomer(customer.id);
  const { newer, revision, watch, forget } = useNewer(customer);
  const form = useForm({ initialValues: formOf(customer), validate: needs });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision, ...changedFields(bodyOf(formOf(customer)), bodyOf(values)) },
      {
        onSuccess: ({ name }) => {
          tell(`${name} saved`);
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
            changed={changedLabels(formOf(customer), formOf(newer), labels)}
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
            Save customer
          </Button>
          <Button variant="default" onClick={onDone}>
            Discard
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}
