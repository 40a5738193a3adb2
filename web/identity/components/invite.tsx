import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useMay, useMe } from '../api.ts';
import { useInvite } from '../team-api.ts';

/** Asks whom to invite; the account is theirs to make. */
export function Invite({ onClose }: { onClose: () => void }) {
  const { text } = useSpeech('identity');
  const { mode } = useMe();
  const may = useMay();
  const invite = useInvite();
  const form = useForm({
    initialValues: { name: '', email: '', role: 'TENANT_STAFF' as 'TENANT_STAFF' | 'TENANT_MANAGER' },
    validate: {
      name: (value) => (value.trim() ? null : text('name_missing')),
      email: (value) => (value.trim() ? null : text('email_missing')),
    },
  });
  const submit = form.onSubmit((values) =>
    invite.mutate(values, {
      onSuccess: ({ email }) => {
        tell(text('invited', { email }));
        onClose();
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  const isElsewhere = invite.error && !(isRefusal(invite.error) && invite.error.problem.errors?.length);
  return (
    <Modal opened onClose={onClose} title={text('invite_title')} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {isElsewhere ? <Notice tone="red">{invite.error.message}</Notice> : null}
          <TextInput label={text('name')} data-autofocus {...form.getInputProps('name')} />
          <TextInput label={text('email')} type="email" {...form.getInputProps('email')} />
          {mode === 'live' && may('staff.invite_manager') ? (
            <SegmentedControl
              aria-label={text('role')}
              data={[
                { value: 'TENANT_STAFF', label: text('role_TENANT_STAFF') },
                { value: 'TENANT_MANAGER', label: text('role_TENANT_MANAGER') },
              ]}
              {...form.getInputProps('role')}
            />
          ) : null}
          <Buttons>
            <Button type="submit" loading={invite.isPending}>
              {text('send_invitation')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('cancel')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}
