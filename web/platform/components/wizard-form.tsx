import { Button, Chip, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import type { OpenInvitation } from '@smooth/contract/platform/invitations.ts';
import { fieldErrors, isRefusal } from '../../app/refusal.ts';
import { ZoneSelect } from '../../app/zone-select.tsx';
import { Group } from '../../ui/group.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Fields, Section, Stack } from '../../ui/page.tsx';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';
import { useAccept, type Wizard } from '../api/invitations.ts';
import { ownZone } from '../way.tsx';

/** Twelve inputs: two about the person, four about the business, three about its hours, three about what it offers. */
export type WizardValues = Omit<Wizard, 'locale' | 'service_price_minor'> & { price: number };
type Form = UseFormReturnType<WizardValues>;

export function WizardForm({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { text } = useSpeech('platform');
  const { language } = useVoice();
  const accept = useAccept(token);
  const form = useForm<WizardValues>({
    initialValues: startingFrom(invitation),
    validate: {
      name: (name) => (name.trim() ? null : text('name_missing')),
      password: (password) => (password.length >= 10 ? null : text('password_short')),
      business_name: (name) => (name.trim() ? null : text('name_missing')),
      subdomain: (subdomain) => (subdomain.trim() ? null : text('subdomain_missing')),
      weekdays: (days) => (days.length > 0 ? null : text('weekdays_missing')),
      service_name: (name) => (name.trim() ? null : text('name_missing')),
    },
  });
  const submit = form.onSubmit(({ price, ...values }) =>
    accept.mutate(
      { ...values, locale: language, service_price_minor: Math.round(price * 10 ** digitsOf(values.currency)) },
      { onError: (error) => form.setErrors(fieldErrors(error)) },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <h1>{text('wizard_title', { business: invitation.business_name })}</h1>
        <p className="soft">{text('wizard_about')}</p>
        <You form={form} email={invitation.email} />
        <Business form={form} base={invitation.base} />
        <Hours form={form} />
        <FirstService form={form} />
        {isRefusal(accept.error) && Object.keys(fieldErrors(accept.error)).length === 0 ? (
          <Notice tone="red" title={accept.error.problem.title}>
            {accept.error.problem.detail}
          </Notice>
        ) : null}
        <Buttons>
          <Button type="submit" size="md" loading={accept.isPending}>
            {text('set_up')}
          </Button>
        </Buttons>
      </Stack>
    </form>
  );
}

const startingFrom = ({ business_name }: OpenInvitation): WizardValues => ({
  name: '',
  password: '',
  business_name,
  subdomain: addressFrom(business_name),
  time_zone: ownZone,
  currency: 'EUR',
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '17:00',
  service_name: '',
  service_minutes: 60,
  price: 0,
});

/** `Studio Nörd & Co.` becomes `studio-nord-co`. */
export const addressFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63);

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

function You({ form, email }: { form: Form; email: string }) {
  const { text } = useSpeech('platform');
  return (
    <Section title={text('wizard_you')}>
      <TextInput label={text('your_name')} required autoComplete="name" {...form.getInputProps('name')} />
      <PasswordInput
        label={text('password')}
        description={text('password_about', { email })}
        required
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </Section>
  );
}

function Business({ form, base }: { form: Form; base: string }) {
  const { text } = useSpeech('platform');
  const currencies = Intl.supportedValuesOf('currency');
  return (
    <Section title={text('wizard_business')}>
      <TextInput label={text('business_name')} required {...form.getInputProps('business_name')} />
      <TextInput
        label={text('address')}
        description={`${form.values.subdomain || '…'}.${base}`}
        required
        autoCapitalize="none"
        {...form.getInputProps('subdomain')}
      />
      <Fields>
        <ZoneSelect
          label={text('time_zone')}
          value={form.values.time_zone}
          error={form.errors['time_zone']}
          onChange={(zone) => form.setFieldValue('time_zone', zone)}
        />
        <Select
          label={text('currency')}
          data={currencies}
          searchable
          allowDeselect={false}
          {...form.getInputProps('currency')}
        />
      </Fields>
    </Section>
  );
}

/** Monday, 6 January 2020, and the days after it. */
const dayName = (locale: string, weekday: number) =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2020, 0, 5 + weekday));

function Hours({ form }: { form: Form }) {
  const { text } = useSpeech('platform');
  const { locale } = useVoice();
  return (
    <Section title={text('wizard_hours')}>
      <Chip.Group
        multiple
        value={form.values.weekdays.map(String)}
        onChange={(days) =>
          form.setFieldValue(
            'weekdays',
            days.map(Number).toSorted((a, b) => a - b),
          )
        }
      >
        <Group label={text('weekdays')}>
          <Buttons>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Chip key={day} value={String(day)}>
                {dayName(locale, day)}
              </Chip>
            ))}
          </Buttons>
        </Group>
      </Chip.Group>
      {form.errors['weekdays'] ? <Notice tone="red">{form.errors['weekdays']}</Notice> : null}
      <Fields>
        <TextInput type="time" label={text('opens')} required {...form.getInputProps('opens')} />
        <TextInput type="time" label={text('closes')} required {...form.getInputProps('closes')} />
      </Fields>
    </Section>
  );
}

function FirstService({ form }: { form: Form }) {
  const { text } = useSpeech('platform');
  return (
    <Section title={text('wizard_service')}>
      <TextInput label={text('service_name')} required {...form.getInputProps('service_name')} />
      <Fields>
        <NumberInput label={text('service_minutes')} min={5} max={1440} {...form.getInputProps('service_minutes')} />
        <NumberInput
          label={`${text('price')} (${form.values.currency})`}
          min={0}
          decimalScale={digitsOf(form.values.currency)}
          {...form.getInputProps('price')}
        />
      </Fields>
    </Section>
  );
}
