import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { SHORTEST_PASSWORD } from '@smooth/contract/identity/passwords.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Page, Section, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useChangePassword } from '../account-api.ts';
import { Passkeys } from '../components/passkeys.tsx';
import { SessionList } from '../components/session-list.tsx';
import { TwoFactor } from '../components/two-factor.tsx';

/** What belongs to the person themself: password, second factor, and where they are signed in. */
export function AccountPage() {
  const { text } = useSpeech('identity');
  return (
    <Page title={text('account')} narrow>
      <Stack>
        <PasswordSection />
        <TwoFactor />
        <Passkeys />
        <SessionList />
      </Stack>
    </Page>
  );
}

function PasswordSection() {
  const { text } = useSpeech('identity');
  const change = useChangePassword();
  const form = useForm({
    initialValues: { current_password: '', new_password: '' },
    validate: {
      current_password: (value) => (value ? null : text('password_missing')),
      new_password: (value) =>
        value.length < SHORTEST_PASSWORD ? text('password_short', { count: String(SHORTEST_PASSWORD) }) : null,
    },
  });
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onSuccess: () => {
        tell(text('password_changed'));
        form.reset();
      },
      onError: (error) =>
        form.setErrors(
          isRefusal(error, 'wrong_proof') ? { current_password: text('password_wrong') } : fieldErrors(error),
        ),
    }),
  );
  const isElsewhere = change.error && !isRefusal(change.error, 'wrong_proof', 'malformed_request');
  return (
    <Section title={text('password')} about={text('password_about')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {isElsewhere ? <Notice tone="red">{change.error.message}</Notice> : null}
          <PasswordInput
            label={text('current_password')}
            autoComplete="current-password"
            {...form.getInputProps('current_password')}
          />
          <PasswordInput
            label={text('new_password')}
            description={text('password_rule', { count: String(SHORTEST_PASSWORD) })}
            autoComplete="new-password"
            {...form.getInputProps('new_password')}
          />
          <Buttons>
            <Button type="submit" loading={change.isPending}>
              {text('change_password')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Section>
  );
}
