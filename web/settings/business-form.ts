import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import type { Business, changeBusiness } from '@smooth/contract/tenancy/business.ts';
import { type SpeechOf } from '../words/use-speech.tsx';
import { changedFields } from '../app/changed-fields.ts';

export type BusinessChange = NonNullable<CallOf<typeof changeBusiness>['body']>;

/** What the form holds: texts instead of absent values, the branding side by side with the rest. */
export interface BusinessForm {
  name: string;
  email: string;
  phone: string;
  address: string;
  time_zone: string;
  currency: string;
  locale: string;
  color: string;
  logo_url: string;
  tagline: string;
}

export const formOf = ({ branding, ...business }: Business): BusinessForm => ({
  name: business.name,
  email: business.email ?? '',
  phone: business.phone ?? '',
  address: business.address ?? '',
  time_zone: business.time_zone,
  currency: business.currency,
  locale: languageOf(business.locale),
  color: branding.color ?? '',
  logo_url: branding.logo_url ?? '',
  tagline: branding.tagline ?? '',
});

/** The fields that differ, as the contract takes them; emptied ones are taken away. */
export function changesOf(before: BusinessForm, after: BusinessForm): Omit<BusinessChange, 'revision'> {
  const { color, logo_url, tagline, ...changed } = changedFields(trimmed(before), trimmed(after));
  const branding = { color, logo_url, tagline };
  const marks = Object.fromEntries(
    Object.entries(branding).flatMap(([name, value]) => (value === undefined ? [] : [[name, value || null]])),
  );
  const plain = Object.fromEntries(
    Object.entries(changed).map(([name, value]) => [name, value === '' ? null : value]),
  ) as Omit<BusinessChange, 'revision' | 'branding'>;
  return Object.keys(marks).length > 0 ? { ...plain, branding: marks } : plain;
}

export const isColor = (text: string) => /^#[\da-f]{6}$/i.test(text);

/** What is still needed. */
export function missing(
  { name, color, logo_url }: BusinessForm,
  { text }: SpeechOf<'settings'>,
): Record<string, string> {
  return {
    ...(name.trim() ? {} : { name: text('name_missing') }),
    ...(color === '' || isColor(color) ? {} : { color: text('color_shape') }),
    ...(logo_url.trim() === '' || logo_url.trim().startsWith('https://') ? {} : { logo_url: text('logo_shape') }),
  };
}

/** Where the errors of the server belong. */
export const fieldOf = (path: string): string => path.replace(/^branding\./, '');

/** The names of the fields, for those who are told what somebody else changed. */
export const labelsIn = ({ text }: SpeechOf<'settings'>): Record<keyof BusinessForm, string> => ({
  name: text('name'),
  email: text('email'),
  phone: text('phone'),
  address: text('address'),
  time_zone: text('time_zone'),
  currency: text('currency'),
  locale: text('locale'),
  color: text('color'),
  logo_url: text('logo_url'),
  tagline: text('tagline'),
});

const languageOf = (locale: string) => locale.split('-')[0] ?? locale;
const trimmed = (form: BusinessForm) =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]: [string, string]) => [name, value.trim()]),
  ) as unknown as BusinessForm;
