import { expect, test } from 'vitest';
import { address } from './client.ts';
import { fieldErrors, Refusal } from './refusal.ts';

test('an address has its parameters and leaves absent values out', () => {
  const path = '/api/v1/resources/:id/overrides/:on';
  expect(address(path, { id: 'a b', on: '2026-07-14' }, { q: '', cursor: undefined, limit: 5 })).toBe(
    '/api/v1/resources/a%20b/overrides/2026-07-14?limit=5',
  );
});

test('pointers of a problem become the paths of a form', () => {
  const refusal = new Refusal({
    type: 'about:blank',
    title: 'Malformed',
    status: 400,
    code: 'malformed_request',
    detail: '',
    request_id: 'r1',
    errors: [
      { pointer: '/body/customer/email', code: 'format', detail: 'Write an e-mail address' },
      { pointer: '/body/requires/0/units', code: 'too_small', detail: 'At least 1' },
    ],
  });
  expect(fieldErrors(refusal)).toEqual({
    'customer.email': 'Write an e-mail address',
    'requires.0.units': 'At least 1',
  });
});
