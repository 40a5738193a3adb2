import { expect, test } from '../testing/test.ts';

test('the owner gives the business another name and colour, with one event', async ({ salon, olga, clinic }) => {
  const before = await salon.mark();
  const { body } = await olga.get('/api/v1/business');
  const change = { revision: body['revision'], name: 'Salon Olga', branding: { color: '#0F766E' } };
  const answer = await olga.patch('/api/v1/business', change);
  expect(answer.body).toMatchObject({ name: 'Salon Olga', branding: { color: '#0f766e' } });
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'business.changed' }]);
  expect(await olga.patch('/api/v1/business', change)).toBeRefused(409, 'stale_revision');
  expect((await clinic.people.carla.get('/api/v1/business')).body).toMatchObject({ name: 'Clinic' });
});

test('staff see the business and change nothing of it', async ({ ana }) => {
  expect((await ana.get('/api/v1/business')).body).toMatchObject({ can: { edit: false } });
  expect(await ana.patch('/api/v1/business', { revision: 1, name: 'Ana' })).toBeRefused(403, 'forbidden');
});

test('a colour or zone that is none is refused at its field', async ({ olga }) => {
  expect(await olga.patch('/api/v1/business', { revision: 1, branding: { color: 'red' } })).toBeRefused(
    400,
    'malformed_request',
    '/body/branding/color',
  );
  expect(await olga.patch('/api/v1/business', { revision: 1, time_zone: 'Mars/Base' })).toBeRefused(
    400,
    'malformed_request',
    '/body/time_zone',
  );
});
