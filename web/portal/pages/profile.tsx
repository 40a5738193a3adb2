import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { OwnProfile } from '@smooth/contract/customers/me.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isLanguage, type Language, languages } from '../../words/languages.ts';
import { useSpeech } from '../../words/use-speech.tsx';
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
import { OwnData } from '../components/own-data.tsx';
import classes from '../components/portal.module.css';

export function ProfilePage() {
  const { text } = useSpeech('portal');
  const profile = useQuery(profileQuery);
  useEffect(() => {
    document.title = text('your_profile');
  }, [text]);
  return (
    <div className={classes.page}>
      <h1>{text('your_profile')}</h1>
      <Loaded query={profile} skeleton={<FormSkeleton fields={4} />}>
        {(found) => <ProfileForm profile={found} />}
      </Loaded>
      <OwnData />
    </div>
  );
}

const languageChoices = Object.entries(languages).map(([value, label]) => ({ value, label }));

const languageIn = (locale: string | null): Language | null => {
  const language = locale?.slice(0, 2) ?? '';
  return isLanguage(language) ? language : null;
};

const formOf = ({ name, phone, locale, time_zone }: OwnProfile) => ({
  name,
  phone: phone ?? '',
  locale: languageIn(locale),
  time_zone,
});

function ProfileForm({ profile }: { profile: OwnProfile }) {
  const { text } = useSpeech('portal');
  const change = useChangeProfile();
  const now = useNow();
  const { newer, revision, watch, forget } = useNewer(profile);
  const form = useForm<{ name: string; phone: string; locale: Language | null; time_zone: string | null }>({
    initialValues: formOf(profile),
    validate: { name: (name) => (name.trim() ? null : text('name_missing')) },
  });
  const save = form.onSubmit(({ name, phone, locale, time_zone }) =>
    change.mutate(
      { revision, name: name.trim(), phone: phone.trim() || null, locale, time_zone },
      {
        onSuccess: () => {
          forget();
          tell(text('profile_saved'));
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
        <TextInput label={text('name')} required autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label={text('email')}
          description={text('email_about')}
          value={profile.email ?? ''}
          readOnly
          autoComplete="email"
        />
        <TextInput label={text('phone')} type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
        <Select
          label={text('mail_language')}
          placeholder={text('as_business_writes')}
          clearable
          data={languageChoices}
          {...form.getInputProps('locale')}
        />
        <Select
          label={text('your_time_zone')}
          placeholder={text('as_business')}
          clearable
          searchable
          limit={60}
          data={zoneOptions(profile.time_zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone, now)}
          {...form.getInputProps('time_zone')}
        />
        {newer ? (
          <Notice tone="amber" title={text('profile_stale')}>
            {text('profile_stale_text')}
          </Notice>
        ) : isRefusal(change.error) && Object.keys(fieldErrors(change.error)).length === 0 ? (
          <Notice tone="red">{change.error.message}</Notice>
        ) : null}
        <div>
          <Button type="submit" loading={change.isPending}>
            {text('save_profile')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
