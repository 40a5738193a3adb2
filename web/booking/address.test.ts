import { expect, test } from 'vitest';
import { linkTo, readAddress } from './address.ts';

test('the booking page may name a service, a language and that it is embedded', () => {
  expect(readAddress({ pathname: '/book', search: '?service=s1&embed=1&lang=de' })).toEqual({
    page: 'book',
    service: 's1',
    isEmbedded: true,
    isSandbox: false,
    lang: 'de',
    theme: null,
  });
});

test('the manage link carries its token, with or without a slash', () => {
  expect(readAddress({ pathname: '/manage/abc', search: '' })).toMatchObject({ page: 'manage', token: 'abc' });
  expect(readAddress({ pathname: '/manage/abc/', search: '?sandbox=1' })).toMatchObject({
    token: 'abc',
    isSandbox: true,
  });
});

test('links keep the mode and the language, and drop what they are told to', () => {
  expect(linkTo('/manage/abc', '?lang=fr&sandbox=1&embed=1&service=s1', { embed: null })).toBe(
    '/manage/abc?lang=fr&sandbox=1',
  );
  expect(linkTo('/book', '')).toBe('/book');
});

test('the page that shows how to embed is not a manage link', () => {
  expect(readAddress({ pathname: '/book/embed', search: '' }).page).toBe('embed');
  expect(readAddress({ pathname: '/book', search: '' }).page).toBe('book');
});
