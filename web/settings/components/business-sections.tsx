import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { ZoneSelect } from '../../app/zone-select.tsx';
import { bound } from '../../ui/bound.ts';
import { ColorChoice } from '../../ui/color-choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import type { BusinessForm } from '../business-form.ts';
import { BrandPreview } from './brand-preview.tsx';

type Part = { form: UseFormReturnType<BusinessForm> };

export const ContactSection = ({ form }: Part) => (
  <Section title="Business" about="Stands on your booking page and in every message to customers.">
    <TextInput label="Name" required maxLength={120} {...form.getInputProps('name')} />
    <Fields>
      <TextInput label="E-mail" type="email" maxLength={254} {...form.getInputProps('email')} />
      <TextInput label="Phone" type="tel" maxLength={30} {...form.getInputProps('phone')} />
    </Fields>
    <TextInput label="Address" maxLength={300} {...form.getInputProps('address')} />
  </Section>
);

const languages = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Español' },
  { value: 'fr', label: 'Français' },
  { value: 'de', label: 'Deutsch' },
];

export function RegionSection({ form, base }: Part & { base: BusinessForm }) {
  const currencies = useMemo(() => currencyOptions(base.currency), [base.currency]);
  return (
    <Section title="Time, money and language">
      <ZoneSelect
        label="Time zone"
        description="Your day begins and ends by it. Opening hours follow the zone of their location."
        {...bound(form.getInputProps('time_zone'))}
      />
      <Fields>
        <Select
          label="Currency"
          searchable
          allowDeselect={false}
          data={currencies}
          {...form.getInputProps('currency')}
        />
        <Select
          label="Language"
          description="Where a customer has not chosen another"
          allowDeselect={false}
          data={languages}
          {...form.getInputProps('locale')}
        />
      </Fields>
      {form.values.currency !== base.currency ? (
        <Notice tone="amber" title="Prices keep their numbers">
          A service of 45 {base.currency} will cost 45 {form.values.currency}. Check your services after saving.
        </Notice>
      ) : null}
    </Section>
  );
}

export const BrandingSection = ({ form }: Part) => (
  <Section title="Branding" about="Any colour works: it is made lighter or darker until text in it can be read.">
    <Fields>
      <ColorChoice label="Colour" placeholder="The colour of SmoothSchedule" {...bound(form.getInputProps('color'))} />
      <TextInput label="Tagline" maxLength={120} {...form.getInputProps('tagline')} />
    </Fields>
    <TextInput
      label="Address of the logo"
      placeholder="https://"
      description="A square picture; it stands beside your name"
      type="url"
      maxLength={500}
      {...form.getInputProps('logo_url')}
    />
    <BrandPreview form={form.values} />
  </Section>
);

function currencyOptions(own: string) {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  const codes = [...new Set([own, ...Intl.supportedValuesOf('currency')])].sort();
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }));
}
