import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { OwnProfile } from '@smooth/contract/customers/me.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { useNow } from '../../app/now.ts';
import { zoneOptions } from '../../app/zones.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/page.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import { profileQuery, useChangeProfile } from '../api.ts';
import classes from '../components/portal.module.css';

export function ProfilePage() {
  const profile = useQuery(profileQuery);
  useEffect(() => {
    document.title = 'Your profile';
  }, []);
  return (
    <div className={classes.page}>
      <h1>Your profile</h1>
      <Loaded query={profile} skeleton={<FormSkeleton fields={4} />}>
        {(found) => <ProfileForm profile={found} />}
      </Loaded>
    </div>
  );
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
  { value: 'de', label: 'Deutsch' },
] as const;
type Language = (typeof languages)[number]['value'];

const formOf = ({ name, phone, locale, time_zone }: OwnProfile) => ({
  name,
  phone: phone ?? '',
  locale: languages.find(({ value }) => locale?.startsWith(value))?.value ?? null,
  time_zone,
});

function ProfileForm({ profile }: { profile: OwnProfile }) {
  const change = useChangeProfile();
  const now = useNow();
  const { newer, revision, watch, forget } = useNewer(profile);
  const form = useForm<{ name: string; phone: string; locale: Language | null; time_zone: string | null }>({
    initialValues: formOf(profile),
    validate: { name: (name) => (name.trim() ? null : 'Write your name') },
  });
  const save = form.onSubmit(({ name, phone, locale, time_zone }) =>
    change.mutate(
      { revision, name: name.trim(), phone: phone.trim() || null, locale, time_zone },
      {
        onSuccess: () => {
          forget();
          tell('Your profile is saved');
        },
        onError: (error) => {
          watch(error);
          form.setErrors(fieldErrors(error));
        },
      },
    ),
  );
  return (
    <form onSubmit={save} noValidate className={classes.card}>
      <Stack>
        <TextInput label="Name" required autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label="E-mail"
          description="You sign in with it. The business can change it for you."
          value={profile.email ?? ''}
          readOnly
          autoComplete="email"
        />
        <TextInput label="Phone" type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
        <Select
          label="Language of your e-mails"
          placeholder="As the business writes"
          clearable
          data={[...languages]}
          {...form.getInputProps('locale')}
        />
        <Select
          label="Your time zone"
          placeholder="As the business"
          clearable
          searchable
          limit={60}
          data={zoneOptions(profile.time_zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone, now)}
          {...form.getInputProps('time_zone')}
        />
        {newer ? (
          <Notice tone="amber" title="The business changed your record in the meantime">
            What you typed is kept. Save again to apply it.
          </Notice>
        ) : isRefusal(change.error) && Object.keys(fieldErrors(change.error)).length === 0 ? (
          <Notice tone="red">{change.error.message}</Notice>
        ) : null}
        <div>
          <Button type="submit" loading={change.isPending}>
            Save profile
          </Button>
        </div>
      </Stack>
    </form>
  );
}
