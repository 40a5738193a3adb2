import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createUser } from '../../server/identity/actions/create-user.ts';
import { newId } from '../../server/core/ids.ts';
import { asOwner } from '../../server/testing/cluster.ts';
import { bookings } from '../bookings.ts';
import { type Business, makeBusiness } from '../business.ts';
import { allHold, aside, atMost, type Metric, quantile } from '../figures.ts';
import { type Ground, onGround, type Served } from '../ground.ts';
import { type Arrivals, openSockets, serveBareSockets } from '../sockets.ts';

const SOCKETS = 1_000;
const PER_SECOND = 50;
const USERS = 5;

/** What is booked in a business reaches a thousand open sockets of its people; from the commit to each of them. */
export const wsFanout: Metric = {
  name: 'ws.fanout',
  measure: ({ quick }) =>
    onGround(
      async (ground) => {
        const seconds = quick ? 4 : 20;
        const business = await makeBusiness(ground.ownerUrl, 'salon', { staff: 10, appointments: 0 });
        const floor = latencies(await bareFanout(seconds * PER_SECOND));
        const ours = latencies(await fanout(ground, business, seconds));
        return allHold([
          atMost('ws.fanout', 50, { value: ours.p99, unit: 'ms', floor: floor.p99 }),
          atMost('ws.fanout.lost', 0, { value: ours.lost, unit: 'messages' }),
          aside('ws.fanout.p50', { value: ours.p50, unit: 'ms', floor: floor.p50 }),
          aside('ws.fanout.max', { value: ours.max, unit: 'ms', floor: floor.max }),
          aside('ws.fanout.rate', { value: ours.count / seconds, unit: '/s', floor: floor.count / seconds }),
        ]);
      },
      // So that the database says when each booking was committed.
      { settings: ['track_commit_timestamp = on'] },
    ),
};

interface Heard {
  /** When what a message tells of became true. */
  since: Map<string, number>;
  arrivals: Arrivals;
}

async function fanout(ground: Ground, business: Business, seconds: number): Promise<Heard> {
  const served = await ground.serve({ poolSize: 5 });
  const cookies = await sessions(ground, served, business);
  const place = { port: served.port, host: business.host };
  const [warm, texts] = [3, seconds].map((time, round) =>
    bookings([business], { fromDay: 2 + round * 30, count: time * PER_SECOND }),
  ) as [string[], string[]];
  const sockets = await openSockets({ ...place, path: '/api/ws?mode=live', count: SOCKETS, cookies });
  try {
    await evenly(warm, (text) => sent(served.port, text));
    const since = Date.now();
    await evenly(texts, (text) => sent(served.port, text));
    await sleep(1_000);
    return { since: await commits(ground, business, since), arrivals: await sockets.report() };
  } finally {
    await sockets.end();
    await served.stop();
  }
}

/** The same bytes at the same pace from a server that has nothing else to do. */
async function bareFanout(count: number): Promise<Heard> {
  const server = await serveBareSockets();
  const place = { port: server.port, host: '127.0.0.1', path: '/', count: SOCKETS, cookies: [] };
  const sockets = await openSockets(place);
  const since = new Map<string, number>();
  try {
    await evenly(Array.from({ length: count }), async () => {
      const id = newId();
      const message = {
        type: 'event',
        event: 'appointment.booked',
        event_id: id,
        id: newId(),
        revision: 1,
        cursor: '1',
      };
      since.set(id, await server.broadcast(JSON.stringify(message)));
    });
    await sleep(1_000);
    return { since, arrivals: await sockets.report() };
  } finally {
    await sockets.end();
    await server.end();
  }
}

/** Begins one after the other at an even pace, whether or not those before are done. */
async function evenly<T>(works: T[], work: (one: T) => Promise<void>): Promise<void> {
  const began = performance.now();
  const all = [];
  for (const [index, one] of works.entries()) {
    await sleep(Math.max(0, began + (index * 1000) / PER_SECOND - performance.now()));
    all.push(work(one));
  }
  await Promise.all(all);
}

const agent = new Agent({ keepAlive: true });

/** Sends a request that is written out already. */
function sent(port: number, text: string): Promise<void> {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const [method, path] = first.split(' ');
  const headers = Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]));
  return new Promise((resolve, reject) => {
    const asked = request({ agent, port, host: '127.0.0.1', method, path, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`A booking was answered with ${answer.statusCode}`));
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

const PASSWORD = 'a password for the measurement';

async function sessions({ ownerUrl }: Ground, { port }: Served, { host, scope }: Business): Promise<string[]> {
  const emails = Array.from({ length: USERS }, (_, index) => `person-${index}@bench.example`);
  await asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM public.tenants WHERE schema_name = $1', [
      scope.schema,
    ]);
    const of = { role: 'TENANT_MANAGER', password: PASSWORD, tenant_id: rows[0]!.id } as const;
    for (const email of emails) await createUser(owner, { ...of, email, name: email });
  });
  return Promise.all(emails.map((email) => signIn({ port, host }, email)));
}

function signIn({ port, host }: { port: number; host: string }, email: string): Promise<string> {
  const headers = { host, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/auth/login', headers }, (answer) => {
      const [cookie] = answer.resume().headers['set-cookie'] ?? [];
      if (cookie) resolve(cookie.split(';')[0]!);
      else reject(new Error(`Signing in was answered with ${answer.statusCode}`));
    });
    asked.once('error', reject);
    asked.end(JSON.stringify({ email, password: PASSWORD }));
  });
}

/** When the transaction of each event was committed. */
async function commits({ ownerUrl }: Ground, { scope }: Business, since: number): Promise<Map<string, number>> {
  const { rows } = await asOwner(ownerUrl, (owner) =>
    owner.query<{ id: string; at: string }>(
      `SELECT id, extract(epoch FROM pg_xact_commit_timestamp(xid::xid)) * 1000 AS at
       FROM "${scope.schema}".events WHERE occurred_at >= to_timestamp($1::float / 1000)`,
      [since],
    ),
  );
  return new Map(rows.map(({ id, at }) => [id, Number(at)]));
}

function latencies({ since, arrivals }: Heard) {
  const heard = new Map(arrivals.map(({ id, times }) => [id, times]));
  let lost = 0;
  const all: number[] = [];
  for (const [id, at] of since) {
    const times = heard.get(id) ?? new Float64Array();
    lost += SOCKETS - times.length;
    for (const time of times) all.push(time - at);
  }
  const sorted = Float64Array.from(all).sort();
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => quantile(sorted, share)) as [number, number, number];
  return { p50, p99, max, lost, count: sorted.length };
}
