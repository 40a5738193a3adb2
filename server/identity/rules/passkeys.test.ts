import { expect, test } from 'vitest';
import type { Place } from '../../core/http/visit.ts';
import { passIn, relyingPartyOf, requestOptions } from './passkeys.ts';

const salon = { at: 'business', row: { subdomain: 'salon' } } as Place;
const base = new URL('https://book.example');

test('the relying party is the host of the place, and one origin of it', () => {
  const at = (place: Place, host: string, url = base) => relyingPartyOf(place, host, url);
  expect(at(salon, 'salon.book.example')).toEqual({ host: 'salon.book.example', origin: 'https://salon.book.example' });
  expect(at(salon, 'Termine.Salon.example')).toEqual({
    host: 'termine.salon.example',
    origin: 'https://termine.salon.example',
  });
  expect(at({ at: 'platform' }, 'platform.book.example')).toEqual({
    host: 'platform.book.example',
    origin: 'https://platform.book.example',
  });
  expect(at(salon, 'salon.localhost:3000', new URL('http://localhost:3000'))).toEqual({
    host: 'salon.localhost',
    origin: 'http://salon.localhost:3000',
  });
  expect(at({ at: 'front' }, 'book.example')).toBe(null);
});

test('a business that a header names has no passkeys of the bare host, which all would share', () => {
  expect(relyingPartyOf(salon, 'book.example', base)?.host).toBe('salon.book.example');
});

test('the pass comes back in what was signed, and nothing else is one', () => {
  const party = { host: 'salon.book.example', origin: 'https://salon.book.example' };
  const { challenge } = requestOptions(party, 'l-the-pass');
  const signed = (data: unknown) => Buffer.from(JSON.stringify(data)).toString('base64url');
  expect(passIn(signed({ challenge }))).toBe('l-the-pass');
  for (const other of [signed({}), signed(null), signed({ challenge: 7 }), 'not-json'])
    expect(passIn(other)).toBe(null);
});
