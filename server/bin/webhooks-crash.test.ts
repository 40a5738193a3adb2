import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openReceiver } from '../testing/receiver.ts';
import { type Installation, installation } from '../testing/running.ts';

/*
 * kill -9 of the application while events are told to a webhook, and the receiver away in between. Every event that was
 * acknowledged arrives, at least once, under the id it has.
 */

const KILLS = process.env['LONG'] ? 30 : 2;

test(
  'every event arrives at least once, whenever the worker is killed',
  { timeout: 3_600_000 },
  async ({ onTestFinished }) => {
    const receiver = await openReceiver();
    onTestFinished(() => receiver.close());
    const house = await installation({ EGRESS_ALLOW: receiver.place });
    onTestFinished(() => house.remove());
    await house.start();
    const ask = await owner(house);
    const body = { url: receiver.url('/hooks'), event_types: ['customer.created'] };
    expect((await ask('/api/v1/webhooks', body)).status).toBe(201);
    const load = customers(ask);
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (kill % 2 === 0) receiver.answers.set('/hooks', (response) => void response.writeHead(503).end());
      await sleep(300 + Math.random() * 700);
      await house.killProcess();
      receiver.answers.delete('/hooks');
      await house.start();
      await sleep(500);
    }
    const made = await load.stop();
    expect(made.length).toBeGreaterThan(KILLS);
    const missing = () => {
      const told = new Set(
        receiver.of('/hooks').map((one) => (JSON.parse(one.body) as { subject_id: string }).subject_id),
      );
      return made.filter((id) => !told.has(id));
    };
    await expect.poll(missing, { timeout: 120_000, interval: 500 }).toEqual([]);
    const rows = await house.rows<{ id: string }>(`SELECT id FROM demo.events WHERE type = 'customer.created'`);
    const known = new Set(rows.map(({ id }) => id));
    expect(receiver.of('/hooks').filter(({ headers }) => !known.has(String(headers['webhook-id'])))).toEqual([]);
    const settled = async () =>
      (await house.rows(`SELECT FROM demo.webhook_deliveries WHERE status <> 'delivered'`)).length === 0;
    await expect.poll(settled, { timeout: 60_000, interval: 500 }).toBe(true);
  },
);

type Ask = (path: string, body: object) => Promise<{ status: number; id: string }>;

async function owner({ address }: Installation): Promise<Ask> {
  const headers = { 'x-business-subdomain': 'demo', 'content-type': 'application/json', origin: address };
  const post = (path: string, body: object, more: Record<string, string> = {}) =>
    fetch(address + path, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
  const signedIn = await post('/api/auth/login', { email: 'owner@demo.example', password: 'smooth-demo' });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  return async (path, body) => {
    const answer = await post(path, body, { cookie });
    return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
  };
}

/** Adds customers one after the other, and notes those that were acknowledged. */
function customers(ask: Ask) {
  const made: string[] = [];
  const over = new AbortController();
  const running = (async () => {
    for (let turn = 0; !over.signal.aborted; turn += 1) {
      const answer = await ask('/api/v1/customers', { name: `Guest ${turn}` }).catch(() => null);
      if (answer?.status === 201) made.push(answer.id);
      await sleep(30);
    }
  })();
  return {
    stop: async () => {
      over.abort();
      await running;
      return made;
    },
  };
}
