import type { Customer } from '@smooth/contract/customers/customers.ts';

export interface CustomerForm {
  name: string;
  email: string;
  phone: string;
  notes: string;
}

export const formOf = ({ name, email, phone, notes }: Customer): CustomerForm => ({
  name,
  email: email ?? '',
  phone: phone ?? '',
  notes,
});

export const bodyOf = ({ name, email, phone, notes }: CustomerForm) => ({
  name: name.trim(),
  email: email.trim() || null,
  phone: phone.trim() || null,
  notes,
});

export const labels = { name: 'Name', email: 'E-mail', phone: 'Phone', notes: 'Notes' };
