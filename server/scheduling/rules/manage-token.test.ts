import { expect, test } from 'vitest';
import { type Managed, manageToken, readManageToken } from './manage-token.ts';

const SECRET = 'of this installation';
const salon = '01980000-0000-7000-8000-000000000001';
const clinic = '01980000-0000-7000-8000-000000000002';
const managed: Managed = { tenantId: salon, mode: 'live', appointmentId: '01980000-0000-7000-8000-000000000003' };
const token = manageToken(SECRET, managed);

test('a link opens the appointment it was made for', () => {
  expect(readManageToken(SECRET, salon, token)).toEqual(managed);
});

test('it opens nothing at another business, in another mode, or of another installation', () => {
  expect(readManageToken(SECRET, clinic, token)).toBeNull();
  expect(readManageToken(SECRET, salon, token.replace(/^l/, 's'))).toBeNull();
  expect(readManageToken('of another', salon, token)).toBeNull();
});

test('whoever changes any letter of it has nothing', () => {
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(readManageToken(SECRET, salon, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
});

test.for(['', 'l', 's', token.slice(0, -1), `${token}A`, token.slice(1), 'x'.repeat(49), '\u0000'.repeat(49)])(
  'what is no link at all is refused in silence: %j',
  (text) => {
    expect(readManageToken(SECRET, salon, text)).toBeNull();
  },
);
