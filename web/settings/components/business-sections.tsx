import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { type Language, languages } from '../../words/languages.ts';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';
import { ZoneSelect } from '../../app/zone-select.tsx';
import { bound } from '../../ui/bound.ts';
import { ColorChoice } from '../../ui/color-choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import type { BusinessForm } from '../business-form.ts';
import { BrandPreview } from './brand-preview.tsx';

type Part = { form: UseFormReturnType<BusinessForm> };

export function ContactSection({ form }: Part) {
  const { text } = useSpeech('settings');
  return (
    <Section title={text('business')} about={text('business_about')}>
      <TextInput label={text('name')} required maxLength={120} {...form.getInputProps('name')} />
      <Fields>
        <TextInput label={text('email')} type="email" maxLength={254} {...form.getInputProps('email')} />
        <TextInput label={text('phone')} type="tel" maxLength={30} {...form.getInputProps('phone')} />
      </Fields>
      <TextInput label={text('address')} maxLength={300} {...form.getInputProps('address')} />
    </Section>
  );
}

const languageChoices = Object.entries(languages).map(([value, label]) => ({ value, label }));

export function RegionSection({ form, base }: Part & { base: BusinessForm }) {
  const { text } = useSpeech('settings');
  const { language } = useVoice();
  const currencies = useMemo(() => currencyOptions(base.currency, language), [base.currency, language]);
  return (
    <Section title={text('region')}>
      <ZoneSelect
        label={text('time_zone')}
        description={text('time_zone_about')}
        {...bound(form.getInputProps('time_zone'))}
      />
      <Fields>
        <Select
          label={text('currency')}
          searchable
          allowDeselect={false}
          data={currencies}
          {...form.getInputProps('currency')}
        />
        <Select
          label={text('locale')}
          description={text('locale_about')}
          allowDeselect={false}
          data={languageChoices}
          {...form.getInputProps('locale')}
        />
      </Fields>
      {form.values.currency !== base.currency ? (
        <Notice tone="amber" title={text('prices_keep')}>
          {text('prices_keep_text', { before: base.currency, after: form.values.currency })}
        </Notice>
      ) : null}
    </Section>
  );
}

export function BrandingSection({ form }: Part) {
  const { text } = useSpeech('settings');
  return (
    <Section title={text('branding')} about={text('branding_about')}>
      <Fields>
        <ColorChoice
          label={text('color')}
          placeholder={text('color_default')}
          {...bound(form.getInputProps('color'))}
        />
        <TextInput label={text('tagline')} maxLength={120} {...form.getInputProps('tagline')} />
      </Fields>
      <TextInput
        label={text('logo_address')}
        placeholder="https://"
        description={text('logo_about')}
        type="url"
        maxLength={500}
        {...form.getInputProps('logo_url')}
      />
      <BrandPreview form={form.values} />
    </Section>
  );
}

function currencyOptions(own: string, language: Language) {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const codes = [...new Set([own, ...Intl.supportedValuesOf('currency')])].sort();
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code)}` }));
}
