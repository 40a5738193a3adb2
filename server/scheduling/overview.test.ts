import { getOverview } from '@smooth/contract/scheduling/overview.ts';
import { expect, test } from '../testing/test.ts';

test('the owner sees what the days and the people amount to', async ({ salon, olga }) => {
  const book = (start: string, resource: string) =>
    olga.post('/api/v1/appointments', {
      service_id: salon.services.haircut,
      customer_id: salon.customers.maya,
      start,
      resource_ids: [resource],
    });
  const kept = await book('2026-07-15T08:00:00Z', salon.resources.ana);
  const dropped = await book('2026-07-16T08:00:00Z', salon.resources.ben);
  expect([kept.status, dropped.status]).toEqual([201, 201]);
  await olga.post(`/api/v1/appointments/${String(dropped.body['id'])}/cancellation`, { revision: 1 });
  const { body } = await olga.call(getOverview, { query: { from: '2026-07-15', to: '2026-07-16' } });
  expect(body.totals).toMatchObject({
    booked: 1,
    cancelled: 1,
    booked_minutes: 60,
    expected: { amount_minor: 4500, currency: 'EUR' },
  });
  expect(body.days).toMatchObject([
    { on: '2026-07-15', booked: 1 },
    { on: '2026-07-16', booked: 0, cancelled: 1 },
  ]);
  expect(body.resources.find(({ id }) => id === salon.resources.ana)).toMatchObject({
    booked_minutes: 60,
    open_minutes: 960,
  });
});

test('sums are not for staff, and a period has an end', async ({ ana, olga }) => {
  expect(await ana.get('/api/v1/overview?from=2026-07-15&to=2026-07-16')).toBeRefused(403, 'forbidden');
  expect(await olga.get('/api/v1/overview?from=2026-01-01&to=2027-07-16')).toBeRefused(
    400,
    'malformed_request',
    '/query/to',
  );
});
