import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { type Language, languages } from '../../words/languages.ts';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';

interface Invite<Role extends string> {
  title: string;
  /** Those that may be given, the first one to begin with. */
  roles: { value: Role; label: string }[];
  /** Asks for the language of the mail, where no business has one. */
  language?: { label: string; about: string };
  invite: (given: { name: string; email: string; role: Role; locale: Language }) => Promise<{ email: string }>;
  /** Of the list that is fetched afresh afterwards. */
  queryKey: QueryKey;
  onClose: () => void;
}

/** Asks whom to invite; the account is theirs to make. */
export function Invite<Role extends string>({ title, roles, language, invite, queryKey, onClose }: Invite<Role>) {
  const { text } = useSpeech('identity');
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({ mutationFn: invite });
  const form = useForm({
    initialValues: { name: '', email: '', role: roles[0]!.value, locale: useVoice().language },
    validate: {
      name: (value) => (value.trim() ? null : text('name_missing')),
      email: (value) => (value.trim() ? null : text('email_missing')),
    },
  });
  const submit = form.onSubmit((values) =>
    mutate(values, {
      onSuccess: ({ email }) => {
        void queries.invalidateQueries({ queryKey });
        tell(text('invited', { email }));
        onClose();
      },
      onError: (refused) => form.setErrors(fieldErrors(refused)),
    }),
  );
  const isElsewhere = error && !(isRefusal(error) && error.problem.errors?.length);
  return (
    <Modal opened onClose={onClose} title={title} centered>
      <form onSubmit={submit} noValidate>
        <Stack>
          {isElsewhere ? <Notice tone="red">{error.message}</Notice> : null}
          <TextInput label={text('name')} data-autofocus {...form.getInputProps('name')} />
          <TextInput label={text('email')} type="email" {...form.getInputProps('email')} />
          {roles.length > 1 ? (
            <Select label={text('role')} data={roles} allowDeselect={false} {...form.getInputProps('role')} />
          ) : null}
          {language ? (
            <Select
              label={language.label}
              description={language.about}
              data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
              allowDeselect={false}
              {...form.getInputProps('locale')}
            />
          ) : null}
          <Buttons>
            <Button type="submit" loading={isPending}>
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
