import { changePlan, listPlans } from '@smooth/contract/platform/plans.ts';
import { changeTenant, getTenant } from '@smooth/contract/platform/tenants.ts';
import { createLocation } from '@smooth/contract/scheduling/locations.ts';
import { createResource } from '@smooth/contract/scheduling/resources.ts';
import type { Overrides } from '@smooth/contract/tenancy/entitlements.ts';
import { expect, test as plain } from '../testing/test.ts';

const REMEMBERED_MS = 1050;

/** Gives the salon a plan and overrides; felt within a second. */
const test = plain.extend(
  'entitle',
  ({ house, platform }) =>
    async (tier: 'FREE' | 'ENTERPRISE', overrides: Overrides = {}) => {
      const { id } = house.tenants.get('salon')!;
      const { revision } = (await platform.root.call(getTenant, { params: { id } })).body;
      const answer = await platform.root.call(changeTenant, { params: { id }, body: { revision, tier, overrides } });
      expect(answer.status, answer.text).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, REMEMBERED_MS));
      Object.assign(house.tenants.get('salon')!, { entitlements: answer.body.entitlements, tier });
      return answer.body.entitlements;
    },
);

test('what a business has is its plan with its own overrides over it', async ({ entitle }) => {
  expect(await entitle('FREE')).toMatchObject({ limits: { staff: 2 }, permissions: { send_sms: false } });
  const given = { limits: { staff: 3 }, permissions: { send_sms: true } };
  expect(await entitle('FREE', given)).toMatchObject({
    limits: { staff: 3, locations: 1 },
    permissions: given.permissions,
  });
});

test('a change of a plan reaches every business that has it', async ({ entitle, house, platform }) => {
  await entitle('FREE', { limits: { services: 77 } });
  const { data } = (await platform.root.call(listPlans)).body;
  const free = data.find(({ tier }) => tier === 'FREE')!;
  expect(free).toMatchObject({ businesses: 1, can: { edit: true } });
  const body = { revision: free.revision, limits: { staff: 9, services: 11 } };
  const changed = await platform.petra.call(changePlan, { params: { tier: 'FREE' }, body });
  expect(changed.body).toMatchObject({ revision: free.revision + 1, limits: { staff: 9, locations: 1 } });
  const { id } = house.tenants.get('salon')!;
  const { entitlements } = (await platform.root.call(getTenant, { params: { id } })).body;
  expect(entitlements.limits).toMatchObject({ staff: 9, services: 77 });
  expect(await platform.petra.call(changePlan, { params: { tier: 'FREE' }, body })).toBeRefused(409, 'stale_revision');
  expect(await platform.uma.call(changePlan, { params: { tier: 'FREE' }, body })).toBeRefused(403, 'forbidden');
  const { detail } = (
    await house.rows<{ detail: object }>('public', "SELECT detail FROM audit WHERE action = 'PLAN_CHANGED'")
  )[0]!;
  expect(detail).toEqual({ tier: 'FREE', limits: body.limits });
});

test.for([
  [{ revision: 1, limits: { staff: -1 } }, '/body/limits/staff'],
  [{ revision: 1, limits: { horses: 1 } }, '/body/limits/horses'],
  [{ revision: 1, permissions: { send_sms: 'yes' } }, '/body/permissions/send_sms'],
] as const)('%j is refused next to its field', async ([body, pointer], { platform }) => {
  expect(await platform.root.patch('/api/platform/plans/FREE', body)).toBeRefused(400, 'malformed_request', pointer);
});

test('one more than the plan includes is refused, with the limit and what to do', async ({ entitle, olga }) => {
  await entitle('FREE', { limits: { staff: 2, locations: 1 } });
  const person = { name: 'Kim', type: 'staff' };
  const refused = await olga.call(createResource, { body: person });
  expect(refused).toBeRefused(422, 'limit_reached');
  expect(refused.problem).toMatchObject({
    detail:
      'The plan of this business includes 2 active team members. Make one inactive, or ask the platform for a larger plan.',
    facts: { limit: 'staff', allowed: 2, used: 2 },
  });
  expect((await olga.call(createResource, { body: { ...person, type: 'room' } })).status).toBe(201);
  const idle = await olga.call(createResource, { body: { ...person, is_active: false } });
  expect(idle.status).toBe(201);
  const wake = { revision: 1, is_active: true };
  expect(await olga.patch(`/api/v1/resources/${idle.body.id}`, wake)).toBeRefused(422, 'limit_reached');
  expect(
    await olga.call(createLocation, { body: { name: 'Second', time_zone: 'Europe/Berlin', weekly_hours: [] } }),
  ).toBeRefused(422, 'limit_reached');
  await entitle('FREE', { limits: { staff: 3 } });
  expect((await olga.patch(`/api/v1/resources/${idle.body.id}`, wake)).status).toBe(200);
});

test('of many at once exactly as many come in as are left', async ({ entitle, olga, salon }) => {
  const [{ used }] = (await salon.rows<{ used: number }>(
    "SELECT count(*)::int AS used FROM resources WHERE type = 'staff' AND is_active",
  )) as [{ used: number }];
  await entitle('FREE', { limits: { staff: used + 2 } });
  const tries = Array.from({ length: 8 }, (_, index) =>
    olga.call(createResource, { body: { name: `Kim ${index}`, type: 'staff' } }),
  );
  const codes = (await Promise.all(tries)).map(({ status }) => status);
  expect(codes.toSorted((a, b) => a - b)).toEqual([201, 201, 422, 422, 422, 422, 422, 422]);
});

test('appointments are counted by the month they were made in', async ({ entitle, salon, at }) => {
  await entitle('FREE', { limits: { appointments_per_month: 3 } });
  // A day each, so that none stands in the way of another.
  const book = (day: number) =>
    salon.visitor.post('/api/booking/appointments', {
      service_id: salon.services.haircut,
      start: `2026-08-${String(day).padStart(2, '0')}T10:00:00Z`,
      customer: { name: 'Nina', email: 'nina@guests.example' },
    });
  const codes = await Promise.all([3, 4, 5, 6, 7].map(async (day) => (await book(day)).status));
  expect(codes.toSorted((a, b) => a - b)).toEqual([201, 201, 201, 422, 422]);
  expect(await book(10)).toBeRefused(422, 'limit_reached');
  at('2026-08-01T00:00:00Z');
  expect((await book(10)).status).toBe(201);
});
