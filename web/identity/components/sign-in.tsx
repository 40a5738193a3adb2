import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isRefusal } from '../../app/refusal.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useState } from 'react';
import { type SecondStep, useSignIn } from '../api.ts';
import { CodeStep } from './code-step.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import classes from './sign-in.module.css';
import { Notice } from '../../ui/notice.tsx';

const focus = (field: HTMLElement | null) => field?.focus();

interface SignIn {
  title: string;
  bookingPage?: boolean;
  onDone: () => void;
}

export function SignIn({ title, bookingPage, onDone }: SignIn) {
  const { text } = useSpeech('identity');
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : text('email_missing')),
      password: (value) => (value ? null : text('password_missing')),
    },
  });
  const [step, setStep] = useState<SecondStep | null>(null);
  const submit = form.onSubmit((values) =>
    signIn.mutate(values, { onSuccess: (answer) => (answer === null ? onDone() : setStep(answer)) }),
  );
  if (step) return <CodeStep step={step} onDone={onDone} onBack={() => setStep(null)} />;
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img className={classes.mark} src="/favicon.svg" alt="SmoothSchedule" />
        <h1>{title}</h1>
        <form onSubmit={submit} noValidate>
          {signIn.error ? (
            <Notice tone="red">{isRefusal(signIn.error) ? signIn.error.message : text('sign_in_failed')}</Notice>
          ) : null}
          <TextInput
            label={text('email')}
            type="email"
            autoComplete="username"
            ref={focus}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={text('password')}
            autoComplete="current-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" fullWidth loading={signIn.isPending}>
            {text('sign_in')}
          </Button>
        </form>
        <PasskeyButton onDone={onDone} />
        <Anchor href="/forgot-password">{text('forgot')}</Anchor>
        {bookingPage ? (
          <p className="soft">
            {text('here_to_book')} <Anchor href="/book">{text('open_booking_page')}</Anchor>
          </p>
        ) : null}
      </div>
    </main>
  );
}
