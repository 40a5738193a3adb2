import type { Service } from '@smooth/contract/scheduling/services.ts';
import { describe, expect, test } from 'vitest';
import { bodyOf, emptyService, formOf, missing, newQuestion, slugOf, withKeys } from './service-form.ts';
import { speech } from './speech.testing.ts';

const asked = (label: string, key = '') => ({ ...newQuestion(), label, key });

test('a price is typed in whole units and kept in minor ones', () => {
  expect(bodyOf({ ...emptyService('#000000'), price: 19.99 }, 2).price_minor).toBe(1999);
  expect(bodyOf({ ...emptyService('#000000'), price: 4500 }, 0).price_minor).toBe(4500);
});

test('a service comes out of the editor as it went in', () => {
  const body = bodyOf({ ...emptyService('#5450dc'), name: 'Haircut', price: 45 }, 2);
  const service = {
    ...body,
    id: 's',
    revision: 1,
    price: { amount_minor: 4500, currency: 'USD' },
  } as unknown as Service;
  expect(bodyOf(formOf(service, 2), 2)).toEqual(body);
});

describe('the booking window', () => {
  const dates = { ...emptyService('#000000'), window_from_on: '2026-07-01', window_until_on: '2026-07-31' };

  test('of a number of days drops the dates', () => {
    expect(bodyOf({ ...dates, window: 'days' }, 2)).toMatchObject({ window_days: 60, window_from_on: null });
  });

  test('of dates drops the number of days', () => {
    expect(bodyOf({ ...dates, window: 'dates' }, 2)).toMatchObject({
      window_days: null,
      window_until_on: '2026-07-31',
    });
  });

  test('that ends before it begins is refused', () => {
    expect(missing({ ...dates, name: 'Cut', window: 'dates', window_until_on: '2026-06-01' }, speech)).toHaveProperty(
      'window_until_on',
    );
  });
});

test('questions get keys from their words, once and for good', () => {
  const keys = withKeys([asked('Allergies?', 'old'), asked('Ihre Größe?'), asked('Ihre Größe'), asked('2?')]).map(
    ({ key }) => key,
  );
  expect(keys).toEqual(['old', 'ihre_gro_e', 'ihre_gro_e_2', 'question']);
  expect(slugOf('1st visit')).toBe('st_visit');
});
