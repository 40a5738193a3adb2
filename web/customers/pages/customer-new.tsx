import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { fieldErrors } from '../../app/refusal.ts';
import { Stack } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { tell } from '../../ui/tell.tsx';
import { useCreateCustomer } from '../api.ts';
import { CustomerFields, needsIn } from '../components/customer-fields.tsx';
import { bodyOf, type CustomerForm } from '../customer-form.ts';
import { Notice } from '../../ui/notice.tsx';

export function NewCustomerPanel() {
  const search = useSearch({ from: '/shell/customers' });
  const navigate = useNavigate();
  const speech = useSpeech('customers');
  const { text } = speech;
  const create = useCreateCustomer();
  const form = useForm<CustomerForm>({
    initialValues: { name: '', email: '', phone: '', notes: '', tags: [] },
    validate: needsIn(speech),
  });
  const submit = form.onSubmit((values) =>
    create.mutate(bodyOf(values), {
      onSuccess: ({ id, name }) => {
        tell(text('added', { name }));
        void navigate({ to: '/customers/$id', params: { id }, search });
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <SidePanel title={text('add')} onClose={() => void navigate({ to: '/customers', search })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <CustomerFields form={form} />
          {create.error && Object.keys(fieldErrors(create.error)).length === 0 ? (
            <Notice tone="red">{create.error.message}</Notice>
          ) : null}
          <Button type="submit" loading={create.isPending}>
            {text('add')}
          </Button>
        </Stack>
      </form>
    </SidePanel>
  );
}
