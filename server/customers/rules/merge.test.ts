import { expect, test } from 'vitest';
import { merged } from './merge.ts';

const nobody = {
  name: 'Zoe Brandt',
  email: null,
  phone: null,
  locale: null,
  time_zone: null,
  notes: '',
  tags: [],
  is_blocked: false,
  import_key: null,
};

test('what the one who stays lacks comes from the other', () => {
  const from = {
    ...nobody,
    email: 'zoe@mail.example',
    phone: '030 1234',
    time_zone: 'Europe/Berlin',
    import_key: 'k1',
  };
  expect(merged(from, nobody)).toEqual({ ...from, notes: '' });
});

test('what has no place goes into the notes, and tags are joined once', () => {
  const from = {
    ...nobody,
    name: 'Z. Brandt',
    email: 'old@mail.example',
    phone: '0171 1',
    notes: 'Tea',
    tags: ['vip'],
  };
  const into = { ...nobody, email: 'zoe@mail.example', phone: '030 1234', notes: 'No milk', tags: ['VIP', 'regular'] };
  expect(merged(from, into)).toMatchObject({
    email: 'zoe@mail.example',
    phone: '030 1234',
    notes: 'No milk\n\nTea\n\nAlso: Z. Brandt, old@mail.example, 0171 1',
    tags: ['VIP', 'regular'],
  });
});

test('the same number spelled otherwise is not noted, and a block stays', () => {
  const both = merged({ ...nobody, phone: '(030) 12-34', is_blocked: true }, { ...nobody, phone: '030 1234' });
  expect(both).toMatchObject({ phone: '030 1234', notes: '', is_blocked: true });
});
