import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { fieldErrors } from '../../app/refusal.ts';
import { Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { tell } from '../../ui/tell.tsx';
import { useCreateCustomer } from '../api.ts';
import { CustomerFields, needs } from '../components/customer-fields.tsx';
import { bodyOf, type CustomerForm } from '../customer-form.ts';
import { Notice } from '../../ui/notice.tsx';

export function NewCustomerPanel() {
  const search = useSearch({ from: '/shell/customers' });
  const navigate = useNavigate();
  const create = useCreateCustomer();
  const form = useForm<CustomerForm>({
    initialValues: { name: '', email: '', phone: '', notes: '', tags: [] },
    validate: needs,
  });
  const submit = form.onSubmit((values) =>
    create.mutate(bodyOf(values), {
      onSuccess: ({ id, name }) => {
        tell(`${name} added`);
        void navigate({ to: '/customers/$id', params: { id }, search });
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <SidePanel title="Add customer" onClose={() => void navigate({ to: '/customers', search })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <CustomerFields form={form} />
          {create.error && Object.keys(fieldErrors(create.error)).length === 0 ? (
            <Notice tone="red">{create.error.message}</Notice>
          ) : null}
          <Button type="submit" loading={create.isPending}>
            Add customer
          </Button>
        </Stack>
      </form>
    </SidePanel>
  );
}
