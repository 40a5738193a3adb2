import type { Customer } from '@smooth/contract/customers/customers.ts';
import { type SpeechOf } from '../words/use-speech.tsx';

export interface CustomerForm {
  name: string;
  email: string;
  phone: string;
  notes: string;
  tags: string[];
}

export const formOf = ({ name, email, phone, notes, tags }: Customer): CustomerForm => ({
  name,
  email: email ?? '',
  phone: phone ?? '',
  notes,
  tags,
});

export const bodyOf = ({ name, email, phone, notes, tags }: CustomerForm) => ({
  name: name.trim(),
  email: email.trim() || null,
  phone: phone.trim() || null,
  notes,
  tags,
});

/** The names of the fields, for those who are told what somebody else changed. */
export const labelsIn = ({ text }: SpeechOf<'customers'>): Record<keyof CustomerForm, string> => ({
  name: text('name'),
  email: text('email'),
  phone: text('phone'),
  notes: text('notes'),
  tags: text('tags'),
});
