import { expect, test } from 'vitest';
import { currencyExponent, formatMoney, roundHalfUp, shareOf } from './money.ts';

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('knows the minor unit of a currency', () => {
  expect(['EUR', 'JPY', 'KWD'].map(currencyExponent)).toEqual([2, 0, 3]);
});

test('formats minor units in the currency and language asked for', () => {
  expect(plain(formatMoney(123_456, 'EUR', 'de'))).toBe('1.234,56 €');
  expect(formatMoney(5, 'USD', 'en-US')).toBe('$0.05');
  expect(formatMoney(-5, 'USD', 'en-US')).toBe('-$0.05');
  expect(plain(formatMoney(1500, 'JPY', 'en'))).toBe('¥1,500');
  expect(plain(formatMoney(1500, 'KWD', 'en'))).toBe('KWD 1.500');
  expect(formatMoney(Number.MAX_SAFE_INTEGER, 'USD', 'en-US')).toBe('$90,071,992,547,409.91');
});

test('rounds halves up, and refunds as it charges', () => {
  expect([2.5, 2.49, -2.5, -0.2].map(roundHalfUp)).toEqual([3, 2, -3, 0]);
  expect(shareOf(1050, 1900)).toBe(200);
  expect(shareOf(250, 1000)).toBe(25);
  expect(shareOf(25, 1000)).toBe(3);
});
