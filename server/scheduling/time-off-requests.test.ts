import { listBlocks } from '@smooth/contract/scheduling/blocks.ts';
import * as contract from '@smooth/contract/scheduling/time-off.ts';
import type { Person } from '../testing/person.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

const day = (on: string) => ({ start: `${on}T07:00:00Z`, end: `${on}T15:00:00Z` });

const asked = async (salon: Salon, on: string, person: Person = salon.people.ana) => {
  const body = { resource_id: salon.resources.ana, ...day(on), reason: 'Wedding' };
  return (await person.call(contract.requestTimeOff, { body })).body.request;
};
const blocksOn = async (salon: Salon, on: string) => {
  const query = { resource_id: salon.resources.ana, from: day(on).start, to: day(on).end };
  return (await salon.people.olga.call(listBlocks, { query })).body.data;
};

test('staff ask, a manager approves, and from then on they are away', async ({ salon, ana, marek }) => {
  const before = await salon.mark();
  const inside = await bookedRow(salon, {
    start: '2026-08-04T08:00:00Z',
    status: 'confirmed',
    service_id: salon.services.haircut,
    resource_id: salon.resources.ana,
    customer_id: salon.customers.maya,
  });
  const request = await asked(salon, '2026-08-04');
  expect(request).toMatchObject({ status: 'requested', user_name: 'Ana', can: { decide: false, withdraw: true } });
  expect(await blocksOn(salon, '2026-08-04')).toEqual([]);
  const params = { id: request.id };
  const seen = await marek.call(contract.getTimeOffRequest, { params });
  expect(seen.body.affected.map(({ id }) => id)).toEqual([inside]);
  expect(seen.body.request.can.decide).toBe(true);
  const approved = await marek.call(contract.approveTimeOff, { params, body: { revision: 1 } });
  expect(approved.body).toMatchObject({
    request: { status: 'approved', revision: 2, decided_by_name: 'Marek', can: { decide: false, withdraw: false } },
    affected: [{ id: inside, status: 'confirmed' }],
  });
  expect(await blocksOn(salon, '2026-08-04')).toMatchObject([{ ...day('2026-08-04'), reason: 'Wedding' }]);
  expect((await salon.eventsSince(before)).map(({ type, subject_id }) => [type, subject_id])).toEqual([
    ['time_off.requested', request.id],
    ['time_off.approved', request.id],
  ]);
  expect((await ana.call(contract.listTimeOffRequests, { query: { status: 'approved' } })).body.data).toHaveLength(1);
});

test('what is declined or withdrawn changes nothing, and a request is answered once', async ({ salon, ana, olga }) => {
  const request = await asked(salon, '2026-08-05');
  const params = { id: request.id };
  const declined = await olga.call(contract.declineTimeOff, { params, body: { revision: 1, reason: 'Too many away' } });
  expect(declined.body.request).toMatchObject({ status: 'declined', decision_reason: 'Too many away' });
  expect(await olga.call(contract.approveTimeOff, { params, body: { revision: 1 } })).toBeRefused(
    409,
    'stale_revision',
  );
  expect(await olga.call(contract.approveTimeOff, { params, body: { revision: 2 } })).toBeRefused(409, 'wrong_status');
  const other = await asked(salon, '2026-08-05');
  const withdrawn = await ana.call(contract.withdrawTimeOff, { params: { id: other.id }, body: { revision: 1 } });
  expect(withdrawn.body.request.status).toBe('withdrawn');
  expect(await blocksOn(salon, '2026-08-05')).toEqual([]);
});

test('two who approve at once give one block', async ({ salon, olga, marek }) => {
  const { id } = await asked(salon, '2026-08-06');
  const answers = await Promise.all(
    [olga, marek, olga, marek].map((head) =>
      head.call(contract.approveTimeOff, { params: { id }, body: { revision: 1 } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await blocksOn(salon, '2026-08-06')).toHaveLength(1);
});

test('staff see, ask and withdraw for themselves only, and decide nothing', async ({ salon, ana, ben, maya }) => {
  const { id } = await asked(salon, '2026-08-07');
  const params = { id };
  const body = { revision: 1 };
  expect((await ben.call(contract.listTimeOffRequests)).body.data).toEqual([]);
  expect(await ben.call(contract.getTimeOffRequest, { params })).toBeRefused(403, 'forbidden');
  expect(await ben.call(contract.withdrawTimeOff, { params, body })).toBeRefused(403, 'forbidden');
  expect(await ana.call(contract.approveTimeOff, { params, body })).toBeRefused(403, 'forbidden');
  const forBen = { resource_id: salon.resources.ben, ...day('2026-08-07') };
  expect(await ana.call(contract.requestTimeOff, { body: forBen })).toBeRefused(403, 'forbidden');
  expect(await maya.call(contract.listTimeOffRequests)).toBeRefused(403, 'forbidden');
});

test('an end before its start and an unknown resource are refused with the field', async ({ salon, ana }) => {
  const before = await salon.mark();
  const ask = (body: object) => ana.post('/api/v1/time_off_requests', { resource_id: salon.resources.ana, ...body });
  expect(await ask({ start: day('2026-08-08').end, end: day('2026-08-08').start })).toBeRefused(
    400,
    'malformed_request',
    '/body/end',
  );
  expect(await ask({ ...day('2026-08-08'), resource_id: salon.users.ana })).toBeRefused(
    400,
    'malformed_request',
    '/body/resource_id',
  );
  expect(await salon.eventsSince(before)).toEqual([]);
});
