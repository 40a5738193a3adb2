import { z } from 'zod';
import type { RegisteredRoute } from '../core/http/route.ts';
import { keyOf } from '../testing/asker.ts';
import { type Ground, groundOf } from '../testing/ground.ts';
import type { Person } from '../testing/person.ts';
import type { SampleCall } from '../testing/sample.ts';
import { sampleCalls } from '../testing/sample-calls.ts';
import { expect, test as plain } from '../testing/test.ts';

/*
 * Every list that comes in pages, in every order it offers: page by page it is the same as in one piece, and a cursor
 * counts where it was made and nowhere else.
 */

interface Listed {
  route: RegisteredRoute;
  orders: (string | undefined)[];
  read(query: Record<string, string | undefined>): ReturnType<Person['get']>;
}
interface Shown {
  data: { id?: string; key?: string }[];
  next_cursor: string | null;
}

const ROWS = 3;

const test = plain.extend('lists', { scope: 'file' }, async ({ house, salon, platform }): Promise<Listed[]> => {
  house.clock.set(Date.parse('2026-07-14T08:00:00Z'));
  const names = { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' };
  const ground = await groundOf(house, salon, names);
  const lists: Listed[] = [];
  for (const route of house.routes.filter(isPaged)) {
    const { path, query } = route.endpoint;
    const person = path.startsWith('/api/platform')
      ? platform.root
      : path.includes('/me/')
        ? salon.people.maya
        : salon.people.olga;
    const call = await filled(route, ground, person);
    const address = path.replaceAll(/:(\w+)/g, (_, name: string) => call.params?.[name] ?? '');
    const order = query?.shape['order'];
    lists.push({
      route,
      orders: order instanceof z.ZodDefault ? (order.unwrap() as z.ZodEnum).options.map(String) : [undefined],
      read: (asked) =>
        person.get(
          `${address}?${new URLSearchParams(JSON.parse(JSON.stringify({ ...call.query, ...asked })) as never)}`,
        ),
    });
  }
  return lists;
});

const isPaged = ({ endpoint }: RegisteredRoute): boolean =>
  endpoint.query !== undefined && 'cursor' in endpoint.query.shape;

/** Several rows of what is listed, all of one parent, by the calls that make one. */
async function filled({ endpoint: { path } }: RegisteredRoute, ground: Ground, person: Person): Promise<SampleCall> {
  const call = await sampleCalls[`GET ${path}`]!(ground);
  const [parent] = Object.values(call.params ?? {});
  for (let made = 1; made < ROWS; made += 1) {
    const another = await sampleCalls[`GET ${path}`]!(ground);
    if (parent !== undefined) await adopted(path, ground, { parent, child: Object.values(another.params!)[0]! });
    const { body } = (await sampleCalls[`POST ${path}`]?.(ground)) ?? {};
    if (body && parent === undefined) await person.post(path, body);
  }
  return call;
}

/** What lies below one object is made with an object of its own, each time; here it comes below the first one. */
async function adopted(
  path: string,
  { world }: Ground,
  { parent, child }: { parent: string; child: string },
): Promise<void> {
  const [table, column] = below[path] ?? expect.unreachable(`Say where the rows of ${path} are`);
  await world.rows(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2`, [parent, child]);
}
const below: Record<string, [table: string, column: string]> = {
  '/api/v1/appointments/:id/history': ['appointment_changes', 'appointment_id'],
  '/api/v1/resources/:id/overrides': ['resource_overrides', 'resource_id'],
  '/api/v1/webhooks/:id/deliveries': ['webhook_deliveries', 'webhook_id'],
};

async function pageOf({ route, read }: Listed, query: Record<string, string | undefined>): Promise<Shown> {
  const { status, body, text } = await read(query);
  expect([keyOf(route), query, status, status === 200 ? '' : text]).toEqual([keyOf(route), query, 200, '']);
  return body as unknown as Shown;
}

const idsIn = ({ data }: Shown) => data.map(({ id, key }) => id ?? key!);

test(
  'every list comes page by page as it comes in one piece, in each of its orders',
  { timeout: 300_000 },
  async ({ lists }) => {
    for (const list of lists) {
      const turned: string[][] = [];
      for (const order of list.orders) {
        const whole = await pageOf(list, { limit: '200', order });
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await pageOf(list, { limit: '1', order, cursor });
          found.push(...idsIn(page));
          cursor = page.next_cursor ?? undefined;
        } while (cursor !== undefined && found.length <= whole.data.length);
        expect([keyOf(list.route), order, whole.next_cursor, found]).toEqual([
          keyOf(list.route),
          order,
          null,
          idsIn(whole),
        ]);
        if (list.route.place === 'business') expect(found.length, keyOf(list.route)).toBeGreaterThanOrEqual(ROWS);
        expect(new Set(found).size, keyOf(list.route)).toBe(found.length);
        turned.push(found);
      }
      for (const [at, order] of list.orders.entries())
        if (order?.startsWith('-')) expect([order, turned[at]]).toEqual([order, turned[at - 1]!.toReversed()]);
    }
  },
);

test('a cursor counts in its own list, with its own order and filters, and nowhere else', async ({ lists }) => {
  let before: string | undefined;
  for (const list of lists) {
    const { next_cursor } = await pageOf(list, { limit: '1', order: list.orders[0] });
    if (before !== undefined)
      expect(await list.read({ cursor: before })).toBeRefused(400, 'malformed_request', '/query/cursor');
    if (next_cursor === null) continue;
    for (const order of list.orders.slice(1))
      expect(await list.read({ cursor: next_cursor, order })).toBeRefused(400, 'malformed_request', '/query/cursor');
    before = next_cursor;
  }
  const appointments = lists.find(({ route }) => keyOf(route) === 'GET /api/v1/appointments')!;
  const { next_cursor: cursor } = await pageOf(appointments, { limit: '1' });
  expect(await appointments.read({ cursor: cursor!, source: 'staff' })).toBeRefused(
    400,
    'malformed_request',
    '/query/cursor',
  );
  expect((await appointments.read({ cursor: cursor!, limit: '7' })).status).toBe(200);
});

test('a cursor that was written by hand is refused, not asked of the database', async ({ lists }) => {
  const list = lists.find(({ route }) => keyOf(route) === 'GET /api/v1/customers')!;
  const { next_cursor } = await pageOf(list, { limit: '1', order: 'created_at' });
  const [mark, instant, id] = JSON.parse(Buffer.from(next_cursor!, 'base64url').toString()) as string[];
  const written = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  for (const cursor of [
    'x',
    written(mark),
    written(mark, instant),
    written(mark, instant, id, id),
    written(mark, 'infinity', id),
    written(mark, '2026-02-30T00:00:00Z', id),
    written(mark, '0000-01-01T00:00:00Z', id),
    written(mark, instant, "' OR true"),
    written(mark, 5, id),
  ])
    expect(await list.read({ cursor, order: 'created_at' })).toBeRefused(400, 'malformed_request', '/query/cursor');
  expect((await list.read({ cursor: written(mark, instant, id), order: 'created_at' })).status).toBe(200);
});

test('the cursor of the longest name is taken again', async ({ salon, olga }) => {
  await salon.rows('UPDATE customers SET name = repeat($1, 120) WHERE id = $2', ['\u{1F600}', salon.customers.maya]);
  const { body } = await olga.get('/api/v1/customers?limit=200');
  const at = (body['data'] as { id: string }[]).findIndex(({ id }) => id === salon.customers.maya) + 1;
  await salon.rows(
    'INSERT INTO customers (id, name, created_at, updated_at) VALUES (gen_random_uuid(), repeat($1, 120), now(), now())',
    ['\u{1F600}'],
  );
  const first = await olga.get(`/api/v1/customers?limit=${at}`);
  expect((await olga.get(`/api/v1/customers?limit=1&cursor=${String(first.body['next_cursor'])}`)).status).toBe(200);
});

test('these lists are short by nature and come whole', ({ house }) => {
  const whole = house.routes.filter((route) => {
    const [answer] = Object.values(route.endpoint.responses);
    const isList = answer instanceof z.ZodObject && answer.shape['data'] instanceof z.ZodArray;
    return route.endpoint.method === 'GET' && route.endpoint.path.startsWith('/api/v1/') && isList && !isPaged(route);
  });
  expect(whole.map(keyOf).sort()).toEqual(short);
});

const short = [
  'GET /api/v1/availability',
  'GET /api/v1/customer_duplicates',
  'GET /api/v1/customer_tags',
  'GET /api/v1/event_types',
  'GET /api/v1/exports',
  'GET /api/v1/givable_permissions',
  'GET /api/v1/permission_grants',
  'GET /api/v1/staff/:id/permissions',
  'GET /api/v1/webhooks',
];
