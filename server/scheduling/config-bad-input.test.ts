import { createBlock, createClosure } from '@smooth/contract/scheduling/blocks.ts';
import type { Answer, Person } from '../testing/person.ts';
import { expect, test } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

/** What has brought databases, calendars and counters down elsewhere; each takes the place of each field. */
const nasty: unknown[] = [
  null,
  {},
  [null],
  '\u0000',
  '\uD800',
  1e308,
  2_147_483_648,
  '0000-01-01',
  '9999-12-31T23:59:59-23:59',
  '__proto__',
];

type Call = [method: 'post' | 'patch' | 'put', path: string, body: object];

const hours = [{ weekday: 1, start: '09:00', end: '10:00' }];
const week = { start: '2028-08-07T08:00:00Z', end: '2028-08-11T16:00:00Z' };
const recurring = { ...hours[0], from_on: '2027-01-01', until_on: '2027-12-31' };

const bodies = ({ location_id, resources, users }: Salon) => ({
  location: { name: 'L', time_zone: 'Europe/Berlin', address: 'A', weekly_hours: hours },
  resource: {
    name: 'R',
    type: 'staff',
    capacity: 2,
    location_id,
    user_id: users.ana,
    color: '#123456',
    is_active: true,
    weekly_hours: hours,
    weekly_breaks: hours,
  },
  service: {
    name: 'S',
    description: 'D',
    category: 'C',
    duration_minutes: 30,
    price_minor: 1,
    min_notice_minutes: 1,
    window_days: 1,
    window_from_on: '2027-01-01',
    window_until_on: '2027-12-31',
    requires: [{ type: 'staff', resource_ids: [resources.ana], quantity: 1, units: 1, padding_before_minutes: 1 }],
    questions: [{ key: 'a', label: 'A', kind: 'choice', choices: ['x'] }],
    reminder_minutes: 1,
    position: 1,
  },
  customer: {
    name: 'C',
    email: 'c@mail.example',
    phone: '12345',
    locale: 'en',
    time_zone: 'Europe/Berlin',
    notes: 'N',
  },
});

async function callsIn(salon: Salon): Promise<Call[]> {
  const { olga } = salon.people;
  const { location, resource, service, customer } = bodies(salon);
  const resource_id = salon.resources.ben;
  const { block } = (await olga.call(createBlock, { body: { resource_id, ...week } })).body;
  const { closure } = (await olga.call(createClosure, { body: { name: 'X', ...week } })).body;
  return [
    ['post', '/api/v1/locations', location],
    ['patch', `/api/v1/locations/${salon.location_id}`, { revision: 1, ...location }],
    ['post', '/api/v1/resource_types', { key: 'k', name: 'K' }],
    ['post', '/api/v1/resources', resource],
    ['patch', `/api/v1/resources/${salon.resources.ana}`, { revision: 1, ...resource }],
    [
      'put',
      `/api/v1/resources/${resource_id}/overrides/2027-01-01`,
      { windows: [{ start: '09:00', end: '10:00' }], reason: 'R' },
    ],
    ['post', '/api/v1/services', service],
    ['patch', `/api/v1/services/${salon.services.haircut}`, { revision: 1, ...service }],
    ['post', '/api/v1/blocks', { resource_id, ...week, reason: 'R' }],
    ['patch', `/api/v1/blocks/${block.id}`, { revision: 1, recurring, reason: 'R' }],
    ['post', '/api/v1/closures', { name: 'X', location_id: salon.location_id, ...week }],
    ['patch', `/api/v1/closures/${closure.id}`, { revision: 1, name: 'X', ...week }],
    ['post', '/api/v1/customers', customer],
    ['patch', `/api/v1/customers/${salon.customers.maya}`, { revision: 1, ...customer, is_blocked: true }],
  ];
}

/** The value with each nasty thing in each place, one at a time. */
function* spoiled(value: unknown): Generator {
  yield* nasty;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of spoiled(item)) yield value.with(index, other);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      for (const other of spoiled(item)) yield { ...value, [key]: other };
  }
}

/** With the revision that is in force, so that a change is not refused before it is tried. */
async function tried(person: Person, [method, path]: Call, body: unknown): Promise<Answer> {
  const answer = await person[method](path, body);
  const { current } = (answer.problem ?? {}) as { current?: { revision: number } };
  return answer.status === 409 && current
    ? person[method](path, { ...(body as object), revision: current.revision })
    : answer;
}

test('no value of any field brings an internal error', { timeout: 120_000 }, async ({ salon, olga }) => {
  const internal: unknown[] = [];
  for (const call of await callsIn(salon)) {
    for (const body of spoiled(call[2])) {
      const { status } = await tried(olga, call, body);
      if (status >= 500) internal.push([...call.slice(0, 2), JSON.stringify(body)]);
    }
  }
  expect(internal).toEqual([]);
});

test('no parameter of any list brings an internal error', async ({ olga }) => {
  const cursors = [
    ['\u0000', '0'.repeat(36)],
    [1e12, 'a', '019f5fa3-d400-7278-b3f0-cf7658fd25cb'],
    null,
    { length: 3 },
  ];
  const texts = nasty.map((value) => String(value).toWellFormed());
  const forged = cursors.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));
  const names = ['q', 'cursor', 'limit', 'type', 'from', 'to', 'resource_id'];
  const queries = names.flatMap((name) => [...texts, ...forged].map((value) => new URLSearchParams({ [name]: value })));
  const internal: string[] = [];
  for (const list of ['resources', 'services', 'customers', 'blocks', 'closures']) {
    const paths = queries.map((query) => `/api/v1/${list}?${query}`);
    const answers = await Promise.all(paths.map((path) => olga.get(path)));
    internal.push(...paths.filter((_, index) => answers[index]!.status >= 500));
  }
  expect(internal).toEqual([]);
});
