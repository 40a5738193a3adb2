import { Button, Modal, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PlatformUser } from '@smooth/contract/platform/users.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { type PersonChange, useChangePerson } from '../api/users.ts';

const ROLES = ['PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT'] as const;
type Choice = (typeof ROLES)[number];

/** Name, role and account of somebody of the platform. Only what was changed is sent. */
export function PersonEditor({ person, onClose }: { person: PlatformUser; onClose: () => void }) {
  const { text } = useSpeech('platform');
  const change = useChangePerson(person.id);
  const form = useForm({
    initialValues: { name: person.name, role: person.role as Choice, is_active: person.is_active },
    validate: { name: (name) => (name.trim() ? null : text('name_missing')) },
  });
  const submit = form.onSubmit(({ name, role, is_active }) => {
    const body: PersonChange = {
      ...(name !== person.name && { name }),
      ...(role !== person.role && { role }),
      ...(is_active !== person.is_active && { is_active }),
    };
    change.mutate(body, {
      onSuccess: (saved) => {
        tell(text('saved', { name: saved.name }));
        onClose();
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    });
  });
  return (
    <Modal opened onClose={onClose} title={text('edit_person', { name: person.name })} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={text('name')} required data-autofocus {...form.getInputProps('name')} />
          {person.can.set_role ? (
            <Select
              label={text('role')}
              data={ROLES.map((value) => ({ value, label: text(`role_${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('role')}
            />
          ) : null}
          <Switch
            label={text('account_is_on')}
            description={text('account_is_on_about')}
            {...form.getInputProps('is_active', { type: 'checkbox' })}
          />
          {isRefusal(change.error) && Object.keys(fieldErrors(change.error)).length === 0 ? (
            <Notice tone="red" title={change.error.problem.title}>
              {change.error.problem.detail}
            </Notice>
          ) : null}
          <Buttons>
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
              {text('save')}
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
