import type { Customer } from '@smooth/contract/customers/customers.ts';

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

export const labels = { name: 'Name', email: 'E-mail', phone: 'Phone', notes: 'Notes', tags: 'Tags' };
