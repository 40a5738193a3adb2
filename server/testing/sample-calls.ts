import type { Ground } from './ground.ts';
import type { Sample, SampleCall } from './sample.ts';
import { businessCalls } from './sample-business-calls.ts';
import { authCalls } from './sample-auth-calls.ts';
import { peopleCalls } from './sample-people-calls.ts';
import { feedTokenHash, newFeedToken } from '../scheduling/rules/feed-token.ts';
import { webhookCalls } from './sample-webhook-calls.ts';
import { platformCalls } from './sample-platform-calls.ts';
import { tokenCalls } from './sample-token-calls.ts';

const revision = 1;
const nothing = (): SampleCall => ({});
const DAY = { from: '2027-01-04', to: '2027-01-05' };
const week = { start: '2028-08-07T08:00:00Z', end: '2028-08-11T16:00:00Z' };
const guest = (ground: Ground) => ({ name: `Nina ${ground.marker}`, email: 'nina@guests.example' });

const appointment =
  (about: Parameters<Ground['appointment']>[0], body?: (ground: Ground) => Record<string, unknown>): Sample =>
  async (ground) => ({
    params: { id: await ground.appointment(about) },
    ...(body && { body: { revision, ...body(ground) } }),
  });
const verb = (about: Parameters<Ground['appointment']>[0]) => appointment(about, ({ marker }) => ({ reason: marker }));
const link =
  (body?: (ground: Ground) => Record<string, unknown>): Sample =>
  async (ground) => ({
    params: { manage_token: ground.linkTo(await ground.appointment()) },
    ...(body && { body: body(ground) }),
  });
const aClass = (ground: Ground) =>
  ground.row('classes', {
    service_id: ground.class_service_id,
    starts_at: '2028-03-06T10:00:00Z',
    ends_at: '2028-03-06T11:00:00Z',
    time_zone: 'UTC',
    wall_start: '2028-03-06T10:00:00',
    seats: 12,
    resource_ids: [ground.room_id],
    notes: ground.marker,
  });
const aBlock = ({ row, staff_id, marker }: Ground) =>
  row('blocks', { resource_id: staff_id, starts_at: week.start, ends_at: week.end, reason: marker });
const aTimeOff = ({ row, staff_id, marker, world }: Ground) =>
  row('time_off_requests', {
    resource_id: staff_id,
    user_id: Object.values(world.users)[0],
    user_name: marker,
    starts_at: week.start,
    ends_at: week.end,
    reason: marker,
  });
const aClosure = ({ row, marker }: Ground) =>
  row('closures', { name: marker, starts_at: week.start, ends_at: week.end });
const aHold = ({ row, service_id }: Ground) =>
  row('holds', {
    service_id,
    starts_at: '2028-03-06T10:00:00Z',
    ends_at: '2028-03-06T11:00:00Z',
    visitor: 'somebody',
    expires_at: '2029-01-01T00:00:00Z',
    created_at: '2026-07-14T08:00:00Z',
  });
const aMessage = ({ row, marker }: Ground) =>
  row('messages', {
    template: 'reminder',
    dedupe_key: `${marker} ${(messages += 1)}`,
    recipient: 'nina@example.com',
    subject: `Tomorrow ${marker}`,
    body_text: marker,
    body_html: marker,
    status: 'captured',
    created_at: '2026-07-14T08:00:00Z',
  });
let messages = 0;
const aLocation = ({ row, marker }: Ground) => row('locations', { name: `Annex ${marker}`, time_zone: 'UTC' });
const aType = async ({ world, marker }: Ground) => {
  const key = `kind_${keys++}`;
  await world.rows('INSERT INTO resource_types (key, name) VALUES ($1, $2)', [key, marker]);
  return { params: { key } };
};
const anUnbooked = ({ row, world, marker }: Ground) =>
  row('resources', { name: `Lamp ${marker}`, type: 'equipment', location_id: world.location_id, color: '#6366f1' });
const anUnsold = ({ row, marker }: Ground) =>
  row('services', { name: `Shave ${marker}`, color: '#6366f1', duration_minutes: 20 });
const aStranger = ({ row, marker }: Ground) => row('customers', { name: `Zoe ${marker}` });
const on =
  (make: (ground: Ground) => Promise<string>, body?: (ground: Ground) => Record<string, unknown>): Sample =>
  async (ground) => ({ params: { id: await make(ground) }, ...(body && { body: body(ground) }) });

const aFeed = async ({ row, world, staff_id }: Ground) => {
  const token = newFeedToken(world.mode);
  const [owner] = Object.values(world.users);
  const made = { created_by: owner, created_at: '2026-07-14T08:00:00Z' };
  const about = { kind: 'resource', resource_id: staff_id, token_hash: feedTokenHash(token), ...made };
  return { id: await row('feeds', about), token };
};
let numbers = 100_000_000;
const twins = async ({ row, marker }: Ground): Promise<[string, string]> => {
  const phone = `+49 30 ${numbers++}`;
  return [await row('customers', { name: `Ute ${marker}`, phone }), await row('customers', { name: marker, phone })];
};
let keys = 0;
let overrides = 0;

const anOverride = async (ground: Ground) => {
  const day = new Date(Date.UTC(2030, 0, 1 + overrides++)).toISOString().slice(0, 10);
  const values = { resource_id: ground.staff_id, on: day, windows: '[]', reason: ground.marker };
  await ground.row('resource_overrides', values);
  return { id: ground.staff_id, on: day };
};

/**
 * For every route of the API a call that succeeds for whoever may make it, on objects made for that call alone. A route
 * that is added gets its line here, and with it the isolation matrix, the cross-site proof and the bad-input proof.
 */
export const sampleCalls: Record<string, Sample> = {
  'GET /api/v1/messages': async (ground) => {
    await aMessage(ground);
    return {};
  },
  'GET /api/v1/messages/:id': async (ground) => ({ params: { id: await aMessage(ground) } }),
  'GET /api/sandbox/status': nothing,
  'POST /api/sandbox/toggle': ({ world }) => ({ body: { sandbox: world.mode === 'sandbox' } }),
  'POST /api/sandbox/reset': nothing,
  'POST /api/sandbox/clock': ({ world }) => ({ body: { now: new Date(world.tenant().now + 1000).toISOString() } }),
  'GET /api/front': nothing,
  ...platformCalls,
  ...businessCalls,
  ...authCalls,
  ...webhookCalls,
  ...peopleCalls,
  ...tokenCalls,

  'GET /api/v1/customers': nothing,
  'GET /api/v1/customers/:id': ({ customer_id }) => ({ params: { id: customer_id } }),
  'POST /api/v1/customers': ({ marker }) => ({ body: { name: `Yann ${marker}` } }),
  'PATCH /api/v1/customers/:id': on(aStranger, ({ marker }) => ({ revision, notes: marker })),
  'DELETE /api/v1/customers/:id': on(aStranger),
  'GET /api/v1/customers/:id/export': ({ customer_id }) => ({ params: { id: customer_id } }),
  'POST /api/v1/customers/:id/erasure': on(aStranger, () => ({ revision })),
  'GET /api/v1/me/customer/export': nothing,
  'GET /api/v1/customer_tags': async ({ row, marker }) => {
    await row('customers', { name: `Tim ${marker}`, tags: [marker] });
    return {};
  },
  'GET /api/v1/customer_duplicates': async (ground) => ({ query: { customer_id: (await twins(ground))[0] } }),
  'GET /api/v1/customers/:id/merge': async (ground) => {
    const [id, into] = await twins(ground);
    return { params: { id }, query: { into } };
  },
  'POST /api/v1/customers/:id/merge': async (ground) => {
    const [id, into] = await twins(ground);
    return { params: { id }, body: { revision, into, into_revision: 1 } };
  },

  'GET /api/v1/me/customer': nothing,
  'PATCH /api/v1/me/customer': async ({ world, customer_id }) => {
    await world.rows('UPDATE customers SET revision = 1 WHERE id = $1', [customer_id]);
    return { body: { revision, phone: '+49 30 5678' } };
  },
  'GET /api/v1/me/appointments': async (ground) => {
    await ground.appointment();
    return {};
  },
  'POST /api/v1/customer_imports/preview': ({ marker }) => ({
    body: { file_name: 'customers.csv', text: `name;email\n${marker};no e-mail of ${marker}` },
  }),
  'POST /api/v1/customer_imports': ({ marker }) => ({ body: { file_name: marker, text: `name\n${marker}` } }),
  'GET /api/v1/customer_imports/:id': on(({ row, marker }) => {
    const about = { status: 'done', known: 'complete', encoding: 'utf-8', total: 0, actor: '{}' };
    return row('customer_imports', { file_name: marker, ...about });
  }),
  'GET /api/v1/customers/export.csv': nothing,

  'GET /api/v1/locations': nothing,
  'POST /api/v1/locations': ({ marker }) => ({ body: { name: marker, time_zone: 'Europe/Berlin', weekly_hours: [] } }),
  'GET /api/v1/locations/:id': on(aLocation),
  'PATCH /api/v1/locations/:id': on(aLocation, ({ marker }) => ({ revision, address: marker })),
  'DELETE /api/v1/locations/:id': on(aLocation),

  'GET /api/v1/resource_types': nothing,
  'POST /api/v1/resource_types': ({ marker }) => ({ body: { key: `kind_${keys++}`, name: marker } }),
  'GET /api/v1/resource_types/:key': aType,
  'PATCH /api/v1/resource_types/:key': async (to) => ({ ...(await aType(to)), body: { revision, name: 'Raft' } }),
  'DELETE /api/v1/resource_types/:key': aType,
  'GET /api/v1/resources': nothing,
  'GET /api/v1/resources/:id': ({ staff_id }) => ({ params: { id: staff_id } }),
  'POST /api/v1/resources': ({ marker, world }) => ({
    body: { name: `Sink ${marker}`, type: 'equipment', location_id: world.location_id },
  }),
  'PATCH /api/v1/resources/:id': on(anUnbooked, ({ marker }) => ({ revision, name: `Lamp ${marker}` })),
  'DELETE /api/v1/resources/:id': on(anUnbooked),
  'GET /api/v1/resources/:id/overrides': async (ground) => ({ params: { id: (await anOverride(ground)).id } }),
  'PUT /api/v1/resources/:id/overrides/:on': async (ground) => ({
    params: await anOverride(ground),
    body: { windows: [], reason: ground.marker },
  }),
  'DELETE /api/v1/resources/:id/overrides/:on': async (ground) => ({ params: await anOverride(ground) }),

  'GET /api/v1/blocks': async (ground) => {
    await aBlock(ground);
    return { query: { resource_id: ground.staff_id } };
  },
  'GET /api/v1/blocks/:id': on(aBlock),
  'POST /api/v1/blocks': ({ staff_id, marker }) => ({ body: { resource_id: staff_id, ...week, reason: marker } }),
  'PATCH /api/v1/blocks/:id': on(aBlock, ({ marker }) => ({ revision, reason: marker })),
  'DELETE /api/v1/blocks/:id': on(aBlock),
  'GET /api/v1/time_off_requests': async (ground) => {
    await aTimeOff(ground);
    return {};
  },
  'GET /api/v1/time_off_requests/:id': on(aTimeOff),
  'POST /api/v1/time_off_requests': ({ staff_id, marker }) => ({
    body: { resource_id: staff_id, ...week, reason: marker },
  }),
  'POST /api/v1/time_off_requests/:id/approval': on(aTimeOff, ({ marker }) => ({ revision, reason: marker })),
  'POST /api/v1/time_off_requests/:id/decline': on(aTimeOff, ({ marker }) => ({ revision, reason: marker })),
  'POST /api/v1/time_off_requests/:id/withdrawal': on(aTimeOff, () => ({ revision })),
  'GET /api/v1/closures': async (ground) => {
    await aClosure(ground);
    return {};
  },
  'GET /api/v1/closures/:id': on(aClosure),
  'POST /api/v1/closures': ({ marker, world }) => ({ body: { name: marker, location_id: world.location_id, ...week } }),
  'PATCH /api/v1/closures/:id': on(aClosure, ({ marker }) => ({ revision, name: marker })),
  'DELETE /api/v1/closures/:id': on(aClosure),

  'GET /api/v1/services': nothing,
  'GET /api/v1/services/:id': ({ service_id }) => ({ params: { id: service_id } }),
  'POST /api/v1/services': ({ marker, staff_id }) => ({
    body: { name: `Wash ${marker}`, duration_minutes: 20, requires: [{ resource_ids: [staff_id] }] },
  }),
  'PATCH /api/v1/services/:id': on(anUnsold, ({ marker }) => ({ revision, description: marker })),
  'DELETE /api/v1/services/:id': on(anUnsold),

  'GET /api/v1/availability': ({ service_id }) => ({ query: { service_id, ...DAY } }),
  'GET /api/v1/availability/explain': ({ service_id }) => ({ query: { service_id, start: '2027-01-04T14:00:00Z' } }),
  'GET /api/v1/timeline': () => ({ query: DAY }),
  'GET /api/v1/holds': async (ground) => {
    await aHold(ground);
    return { query: { service_id: ground.service_id } };
  },
  'GET /api/v1/holds/:id': on(aHold),
  'POST /api/v1/holds': ({ service_id, openStart }) => ({ body: { service_id, start: openStart() } }),
  'DELETE /api/v1/holds/:id': on(aHold),

  'GET /api/v1/appointments': async (ground) => {
    await ground.appointment();
    return { query: { customer_id: ground.customer_id, service_id: ground.service_id } };
  },
  'GET /api/v1/appointments/:id': appointment({}),
  'GET /api/v1/appointments/:id/history': appointment({}),
  'POST /api/v1/appointments': ({ service_id, customer_id, staff_id, openStart, marker }) => ({
    body: { service_id, customer_id, start: openStart(), resource_ids: [staff_id], notes: marker },
  }),
  'PATCH /api/v1/appointments/:id': appointment({}, ({ marker }) => ({ notes: marker })),
  'POST /api/v1/appointments/:id/reschedule': appointment({}, ({ openStart }) => ({ start: openStart() })),
  'POST /api/v1/appointments/:id/cancellation': verb({}),
  'POST /api/v1/appointments/:id/approval': verb({ status: 'pending_approval' }),
  'POST /api/v1/appointments/:id/decline': verb({ status: 'pending_approval' }),
  'POST /api/v1/appointments/:id/check_in': verb({ past: true }),
  'POST /api/v1/appointments/:id/completion': verb({ past: true }),
  'POST /api/v1/appointments/:id/no_show': verb({ past: true }),
  'POST /api/v1/appointments/:id/no_show_reversal': verb({ past: true, status: 'no_show' }),

  'GET /api/v1/feeds': async (ground) => {
    await aFeed(ground);
    return { query: { resource_id: ground.staff_id } };
  },
  'POST /api/v1/feeds': ({ staff_id }) => ({ body: { resource_id: staff_id } }),
  'DELETE /api/v1/feeds/:id': on(async (ground) => (await aFeed(ground)).id),
  'GET /api/feeds/:feed_token.ics': async (ground) => ({ params: { feed_token: (await aFeed(ground)).token } }),

  'GET /api/v1/classes': async (ground) => {
    await aClass(ground);
    return { query: { service_id: ground.class_service_id } };
  },
  'GET /api/v1/classes/:id': on(aClass),
  'POST /api/v1/classes': ({ class_service_id, openStart, marker }) => ({
    body: { service_id: class_service_id, start: openStart(), notes: marker },
  }),
  'PATCH /api/v1/classes/:id': on(aClass, ({ marker }) => ({ revision, notes: marker })),
  'POST /api/v1/classes/:id/reschedule': on(aClass, ({ openStart }) => ({ revision, start: openStart() })),
  'POST /api/v1/classes/:id/cancellation': on(aClass, ({ marker }) => ({ revision, reason: marker })),

  'GET /api/booking/business': nothing,
  'GET /api/booking/services': nothing,
  'GET /api/booking/availability': ({ service_id }) => ({ query: { service_id, ...DAY } }),
  'GET /api/booking/appointments/:manage_token': link(),
  'GET /api/booking/appointments/:manage_token/calendar.ics': link(),
  'POST /api/booking/holds': ({ service_id, openStart }) => ({ body: { service_id, start: openStart() } }),
  'DELETE /api/booking/holds/:id': on(aHold),
  'POST /api/booking/appointments': (ground) => ({
    body: { service_id: ground.service_id, start: ground.openStart(), customer: guest(ground) },
  }),
  'POST /api/booking/appointments/:manage_token/cancellation': link(({ marker }) => ({ reason: marker })),
  'POST /api/booking/appointments/:manage_token/reschedule': link(({ openStart }) => ({ start: openStart() })),
};
