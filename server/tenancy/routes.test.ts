import { getBusiness } from '@smooth/contract/tenancy/business.ts';
import { expect, test } from '../testing/test.ts';

test('everybody of a business reads it', async ({ salon }) => {
  for (const person of Object.values(salon.people)) {
    const answer = await person.call(getBusiness);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ name: 'Salon', time_zone: 'Europe/Berlin', currency: 'EUR' });
  }
});

test('a visitor is asked to sign in', async ({ salon }) => {
  expect(await salon.visitor.call(getBusiness)).toBeRefused(401, 'unauthenticated');
});

test('a session of one business counts for nothing in another', async ({ salon, clinic }) => {
  const answer = await salon.people.olga.call(getBusiness, {}, { host: clinic.host });
  expect(answer).toBeRefused(401, 'unauthenticated');
});

test('a staff account is bound to its mode', async ({ ana }) => {
  expect(await ana.call(getBusiness, {}, { 'x-sandbox-mode': 'true' })).toBeRefused(400, 'mode_conflict');
});

test('an unknown host is no business', async ({ salon }) => {
  expect(await salon.visitor.get('/api/v1/business', { host: 'nobody.localhost:3000' })).toBeRefused(
    404,
    'unknown_business',
  );
});
