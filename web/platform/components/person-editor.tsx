import { Button, Modal, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PlatformUser } from '@smooth/contract/platform/users.ts';
import { useState } from 'react';
import { changedFields, changedLabels } from '../../app/changed-fields.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useChangePerson } from '../api/users.ts';

const ROLES = ['PLATFORM_MANAGER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT'] as const;
type Choice = (typeof ROLES)[number];

const formOf = ({ name, role, is_active }: PlatformUser) => ({ name, role: role as Choice, is_active });

/** Name, role and account of somebody of the platform. Only what was changed is sent. */
export function PersonEditor({ person: loaded, onClose }: { person: PlatformUser; onClose: () => void }) {
  const { text } = useSpeech('platform');
  const [person] = useState(loaded);
  const change = useChangePerson(person.id);
  const { newer, revision, watch, forget } = useNewer(person);
  const form = useForm({
    initialValues: formOf(person),
    validate: { name: (name) => (name.trim() ? null : text('name_missing')) },
  });
  const submit = form.onSubmit((values) =>
    change.mutate(
      { revision, ...changedFields(formOf(person), values) },
      {
        onSuccess: (saved) => {
          tell(text('saved', { name: saved.name }));
          onClose();
        },
        onError: (error) => {
          watch(error);
          form.setErrors(fieldErrors(error));
        },
      },
    ),
  );
  const labels = { name: text('name'), role: text('role'), is_active: text('account_is_on') };
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
          {newer ? (
            <StaleAlert
              changed={changedLabels(formOf(person), formOf(newer), labels)}
              onTake={() => {
                form.setValues(formOf(newer));
                forget();
              }}
            />
          ) : isRefusal(change.error) && Object.keys(fieldErrors(change.error)).length === 0 ? (
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
