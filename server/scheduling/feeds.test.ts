import { createFeed, listFeeds, readFeed, revokeFeed } from '@smooth/contract/scheduling/feeds.ts';
import ical from 'ical.js';
import type { Person } from '../testing/person.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

const tokenIn = (address: string | null) => /feeds\/(.+)\.ics$/.exec(address ?? '')![1]!;

const opened = async (person: Person, resource_id?: string) => {
  const { body } = await person.call(createFeed, { body: { ...(resource_id && { resource_id }) } });
  return { ...body.feed, token: tokenIn(body.address) };
};

const booked = (salon: Salon, start: string, more: { status?: string; resource_id?: string } = {}) =>
  bookedRow(salon, {
    start,
    status: 'confirmed',
    service_id: salon.services.haircut,
    resource_id: salon.resources.ana,
    customer_id: salon.customers.maya,
    ...more,
  });

async function eventsOf(salon: Salon, feed_token: string) {
  const { text, status } = await salon.visitor.call(readFeed, { params: { feed_token } });
  expect(status).toBe(200);
  const calendar = new ical.Component(ical.parse(text) as ConstructorParameters<typeof ical.Component>[0]);
  return calendar.getAllSubcomponents('vevent').map((part) => new ical.Event(part));
}

test('a feed shows the appointments of its resource, with names and without contact data', async ({ salon, olga }) => {
  const id = await booked(salon, '2026-07-16T08:00:00Z');
  await booked(salon, '2026-07-16T10:00:00Z', { status: 'cancelled' });
  await booked(salon, '2026-07-16T10:00:00Z', { resource_id: salon.resources.ben });
  await booked(salon, '2027-07-16T08:00:00Z');
  const { token } = await opened(olga, salon.resources.ana);
  const events = await eventsOf(salon, token);
  expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([[`${id}@localhost`, 'Maya, Haircut']]);
  const { text } = await salon.visitor.call(readFeed, { params: { feed_token: token } });
  expect(text).toContain('X-WR-CALNAME:Ana · Salon');
  expect(text).not.toContain('maya@');
});

test('the hour is right on both sides of the night the clocks change', async ({ salon, olga, at }) => {
  at('2026-10-20T08:00:00Z');
  // Ten o'clock in Berlin, in summer time and in winter time.
  await booked(salon, '2026-10-24T08:00:00Z', { resource_id: salon.resources.chair });
  await booked(salon, '2026-10-26T09:00:00Z', { resource_id: salon.resources.chair });
  const { token } = await opened(olga, salon.resources.chair);
  const wall = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Berlin' });
  const events = await eventsOf(salon, token);
  expect(
    events.map(({ startDate, endDate }) => [startDate, endDate].map((time) => wall.format(time.toJSDate()))),
  ).toEqual([
    ['10:00', '11:00'],
    ['10:00', '11:00'],
  ]);
  expect(events.every(({ startDate }) => startDate.zone === ical.Timezone.utcTimezone)).toBe(true);
});

test('a person has a feed of their own over all their resources', async ({ salon, ana, ben }) => {
  await booked(salon, '2026-07-17T08:00:00Z');
  const feed = await opened(ana);
  expect(feed).toMatchObject({ kind: 'person', user_id: salon.users.ana, name: 'Ana', can: { revoke: true } });
  expect((await eventsOf(salon, feed.token)).some(({ summary }) => summary === 'Maya, Haircut')).toBe(true);
  const { body } = await ben.call(listFeeds);
  expect(body.data).toEqual([]);
  expect(await ben.call(revokeFeed, { params: { id: feed.id } })).toBeRefused(403, 'forbidden');
  expect(await ana.call(createFeed, { body: { resource_id: salon.resources.ben } })).toBeRefused(403, 'forbidden');
});

test('what did not change is not sent again', async ({ salon, olga }) => {
  const { token } = await opened(olga, salon.resources.ben);
  const read = (headers = {}) => salon.visitor.get(`/api/feeds/${token}.ics`, headers);
  const first = await read();
  expect(first.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
  });
  const tag = { 'if-none-match': String(first.headers['etag']) };
  expect(await read(tag)).toMatchObject({ status: 304, text: '' });
  await booked(salon, '2026-07-18T08:00:00Z', { resource_id: salon.resources.ben });
  expect((await read(tag)).status).toBe(200);
});

test('a revoked address, an unknown one and one of somebody who left show nothing', async ({
  house,
  salon,
  olga,
  ben,
}) => {
  const read = (feed_token: string) => salon.visitor.call(readFeed, { params: { feed_token } });
  const before = await salon.mark();
  const { id, token } = await opened(olga, salon.resources.ana);
  expect((await olga.call(revokeFeed, { params: { id } })).status).toBe(204);
  expect(await salon.eventsSince(before)).toMatchObject([
    { type: 'feed.created', subject_id: id },
    { type: 'feed.deleted', subject_id: id },
  ]);
  expect(await read(token)).toBeRefused(404, 'not_found');
  expect(await read(`l${'x'.repeat(32)}`)).toBeRefused(404, 'not_found');
  expect(await olga.call(revokeFeed, { params: { id } })).toBeRefused(404, 'not_found');
  const bens = await opened(ben);
  await house.rows('public', 'UPDATE users SET is_active = false WHERE id = $1', [salon.users.ben]);
  expect(await read(bens.token)).toBeRefused(404, 'not_found');
  await house.rows('public', 'UPDATE users SET is_active = true WHERE id = $1', [salon.users.ben]);
});

test('the address stands nowhere in the database, and a repeated request does not tell it again', async ({
  salon,
  olga,
}) => {
  const key = { 'idempotency-key': 'a feed' };
  const body = { resource_id: salon.resources.ana };
  const first = await olga.call(createFeed, { body }, key);
  const again = await olga.call(createFeed, { body }, key);
  expect(again.body).toEqual({ feed: first.body.feed, address: null });
  const token = tokenIn(first.body.address);
  const dump = await salon.rows('SELECT f::text FROM feeds f UNION ALL SELECT k::text FROM idempotency_keys k');
  expect(JSON.stringify(dump)).not.toContain(token);
});
