import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { SHORTEST_PASSWORD } from '@smooth/contract/identity/passwords.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import {
  invitationQuery,
  useAccept,
  useAskReset,
  useHandOver,
  useResetPassword,
  useVerifyEmail,
} from '../account-api.ts';
import { CardPage } from '../components/card-page.tsx';

/* Pages that links in mails lead to, and the one where such a mail is asked for. */

const tokenHere = () => location.pathname.split('/').pop() ?? '';
const SignInLink = () => {
  const { text } = useSpeech('identity');
  return <Anchor href="/sign-in">{text('back_to_sign_in')}</Anchor>;
};

function Refused({ error }: { error: unknown }) {
  const { text } = useSpeech('identity');
  if (!error) return null;
  if (isRefusal(error, 'link_expired', 'not_found'))
    return (
      <Notice tone="amber" title={text('link_over')}>
        {text('link_over_text')}
      </Notice>
    );
  return <Notice tone="red">{isRefusal(error) ? error.message : text('sign_in_failed')}</Notice>;
}

export function ForgotPasswordPage() {
  const { text } = useSpeech('identity');
  const ask = useAskReset();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.trim() ? null : text('email_missing')) },
  });
  const submit = form.onSubmit(({ email }) =>
    ask.mutate(email.trim(), { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  if (ask.isSuccess)
    return (
      <CardPage title={text('link_sent')}>
        <p className="soft">{text('link_sent_text', { email: form.values.email.trim() })}</p>
        <SignInLink />
      </CardPage>
    );
  return (
    <CardPage title={text('forgot_title')}>
      <p className="soft">{text('forgot_text')}</p>
      <form onSubmit={submit} noValidate>
        <Refused error={ask.error} />
        <TextInput label={text('email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
        <Button type="submit" fullWidth loading={ask.isPending}>
          {text('send_link')}
        </Button>
      </form>
      <SignInLink />
    </CardPage>
  );
}

const tooShort = (value: string) => value.length < SHORTEST_PASSWORD;

export function ResetPasswordPage() {
  const { text } = useSpeech('identity');
  const reset = useResetPassword(tokenHere());
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: (value) => (tooShort(value) ? text('password_short', { count: String(SHORTEST_PASSWORD) }) : null),
    },
  });
  if (reset.isSuccess)
    return (
      <CardPage title={text('password_set')}>
        <SignInLink />
      </CardPage>
    );
  return (
    <CardPage title={text('forgot_title')}>
      <form onSubmit={form.onSubmit(({ password }) => reset.mutate(password))} noValidate>
        <Refused error={reset.error} />
        <PasswordInput
          label={text('new_password')}
          description={text('password_rule', { count: String(SHORTEST_PASSWORD) })}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" fullWidth loading={reset.isPending}>
          {text('set_password')}
        </Button>
      </form>
      <SignInLink />
    </CardPage>
  );
}

export function VerifyEmailPage() {
  const { text } = useSpeech('identity');
  const verify = useVerifyEmail();
  return (
    <CardPage title={text(verify.isSuccess ? 'email_verified' : 'verify_title')}>
      <Refused error={verify.error} />
      {verify.isSuccess ? (
        <Anchor href="/">{text('go_on')}</Anchor>
      ) : (
        <Button fullWidth loading={verify.isPending} onClick={() => verify.mutate(tokenHere())}>
          {text('verify')}
        </Button>
      )}
    </CardPage>
  );
}

/** Where people of the platform come in to act as somebody of this business. */
export function HandOverPage() {
  const { text } = useSpeech('identity');
  const { mutate, error } = useHandOver();
  useEffect(() => mutate(tokenHere()), [mutate]);
  return (
    <CardPage title={text('coming_in')}>
      <Refused error={error} />
    </CardPage>
  );
}

/** `otherwise` is for a link that invites to something else. */
export function InvitationPage({ otherwise }: { otherwise?: ReactNode }) {
  const { text } = useSpeech('identity');
  const token = tokenHere();
  const invitation = useQuery(invitationQuery(token));
  if (otherwise && isRefusal(invitation.error) && !isRefusal(invitation.error, 'link_expired')) return otherwise;
  if (isRefusal(invitation.error, 'link_expired', 'not_found'))
    return (
      <CardPage title={text('link_over')}>
        <p className="soft">{text('invitation_over_text')}</p>
        <SignInLink />
      </CardPage>
    );
  return (
    <Loaded query={invitation} skeleton={<RowsSkeleton rows={4} />}>
      {(found) => <Accept token={token} {...found} />}
    </Loaded>
  );
}

interface Accept {
  token: string;
  name: string;
  email: string;
  business: string | null;
}

function Accept({ token, name, email, business }: Accept) {
  const { text } = useSpeech('identity');
  const accept = useAccept(token);
  const form = useForm({
    initialValues: { name, password: '' },
    validate: {
      name: (value) => (value.trim() ? null : text('name_missing')),
      password: (value) => (tooShort(value) ? text('password_short', { count: String(SHORTEST_PASSWORD) }) : null),
    },
  });
  const submit = form.onSubmit((values) => accept.mutate(values, { onSuccess: () => location.assign('/') }));
  return (
    <CardPage title={text('join', { business: business ?? 'SmoothSchedule' })}>
      <p className="soft">{text('join_text', { email })}</p>
      <form onSubmit={submit} noValidate>
        <Refused error={accept.error} />
        <TextInput label={text('name')} autoComplete="name" {...form.getInputProps('name')} />
        <PasswordInput
          label={text('password')}
          description={text('password_rule', { count: String(SHORTEST_PASSWORD) })}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <Button type="submit" fullWidth loading={accept.isPending}>
          {text('accept_invitation')}
        </Button>
      </form>
    </CardPage>
  );
}
