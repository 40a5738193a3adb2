import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Installation, installation } from '../testing/running.ts';

/*
 * kill -9 of the application and of its PostgreSQL while bookings come in. Whatever was acknowledged is there afterwards,
 * once, and the installation comes back by itself.
 */

const KILLS = process.env['LONG'] ? 100 : 2;
const WRITERS = 4;

interface Acknowledged {
  id: string;
  start: string;
  manage_token: string;
}

test('nothing that was acknowledged is lost, whoever is killed', { timeout: 3_600_000 }, async ({ onTestFinished }) => {
  const house = await installation();
  onTestFinished(() => house.remove());
  await house.start();
  const load = bookings(house);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(200 + Math.random() * 800);
    if (kill % 2 === 0) {
      await house.killProcess();
      await house.start();
    } else {
      await house.killDatabase();
    }
  }
  await sleep(300);
  const { made, answers } = await load.stop();
  expect(made.length).toBeGreaterThan(KILLS);
  expect(
    [...answers].filter((status) => ![201, 409, 422, 503, 0].includes(status)),
    house.said(),
  ).toEqual([]);
  await expectAllThere(house, made);
  await expectNothingTwice(house, made);
});

/** Visitors who book one time after the other, and note what they were told. */
function bookings({ address }: Installation) {
  const made: Acknowledged[] = [];
  const answers = new Set<number>();
  const over = new AbortController();
  const headers = { 'x-business-subdomain': 'demo', 'content-type': 'application/json' };
  const get = async (path: string) => (await fetch(`${address}/api/booking/${path}`, { headers })).json();
  const write = async (n: number, starts: Start[]) => {
    for (let turn = n; !over.signal.aborted; turn += WRITERS) {
      const body = {
        ...starts[turn % starts.length],
        customer: { name: `Guest ${n}`, email: `guest${turn}@example.com` },
      };
      const request = { method: 'POST', headers, body: JSON.stringify(body) };
      try {
        const answer = await fetch(`${address}/api/booking/appointments`, request);
        answers.add(answer.status);
        if (answer.status === 201) {
          const { appointment, manage_token } = (await answer.json()) as {
            appointment: Acknowledged;
            manage_token: string;
          };
          made.push({ id: appointment.id, start: appointment.start, manage_token });
        }
      } catch {
        // Nobody answered; what became of it is not known, and not promised.
        answers.add(0);
        await sleep(20);
      }
    }
  };
  const running = startsOf(get).then((starts) =>
    Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n, starts))),
  );
  return {
    stop: async () => {
      over.abort();
      await running;
      return { made, answers };
    },
  };
}

interface Start {
  service_id: string;
  start: string;
}

async function startsOf(get: (path: string) => Promise<unknown>): Promise<Start[]> {
  const { data } = (await get('services')) as {
    data: { id: string; kind: string; questions: unknown[]; needs_phone: boolean }[];
  };
  const plain = data.filter(
    ({ kind, questions, needs_phone }) => kind === 'appointment' && questions.length === 0 && !needs_phone,
  );
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const lists = plain.map(async ({ id }) => {
    const offers = (await get(`availability?service_id=${id}&from=${day(2)}&to=${day(30)}`)) as {
      data: { start: string }[];
    };
    return offers.data.map(({ start }) => ({ service_id: id, start }));
  });
  return (await Promise.all(lists)).flat().sort(() => Math.random() - 0.5);
}

async function expectAllThere(house: Installation, made: readonly Acknowledged[]): Promise<void> {
  const rows = await house.rows<{ id: string; start: string }>(
    `SELECT id, to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start FROM demo.appointments WHERE source = 'public'`,
  );
  const known = new Map(rows.map(({ id, start }) => [id, start]));
  expect(made.filter(({ id, start }) => known.get(id) !== start)).toEqual([]);
  const headers = { 'x-business-subdomain': 'demo' };
  const last = await fetch(`${house.address}/api/booking/appointments/${made.at(-1)!.manage_token}`, { headers });
  expect(last.status).toBe(200);
}

async function expectNothingTwice(house: Installation, made: readonly Acknowledged[]): Promise<void> {
  const told = await house.rows<{ subject_id: string; count: number }>(
    `SELECT subject_id, count(*)::int AS count FROM demo.events WHERE type = 'appointment.booked' GROUP BY subject_id`,
  );
  expect(told.filter(({ count }) => count > 1)).toEqual([]);
  const known = new Set(told.map(({ subject_id }) => subject_id));
  expect(made.filter(({ id }) => !known.has(id))).toEqual([]);
  const overlaps = await house.rows(
    `SELECT a.resource_id, a.during FROM demo.claims a JOIN demo.claims b ON a.resource_id = b.resource_id AND a.lane = b.lane
       AND a.ctid < b.ctid AND a.during && b.during WHERE a.exclusive AND b.exclusive`,
  );
  expect(overlaps).toEqual([]);
  const isDrained = async () => (await house.rows('SELECT FROM demo.outbox')).length === 0;
  await expect.poll(isDrained, { timeout: 60_000, interval: 200 }).toBe(true);
}
