import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookAppointment } from '@smooth/contract/booking/booking.ts';
import { changeCustomer, createCustomer, getCustomer } from '@smooth/contract/customers/customers.ts';
import { startImport } from '@smooth/contract/customers/imports.ts';
import { mergeCustomer } from '@smooth/contract/customers/merge.ts';
import { eraseCustomer, exportCustomer, exportOwnData } from '@smooth/contract/customers/person.ts';
import { mailFolder } from '../core/mail/mailbox.ts';
import { newId } from '../core/ids.ts';
import { emailOf, PASSWORD } from '../testing/cast.ts';
import type { House } from '../testing/house.ts';
import { personOf } from '../testing/person.ts';
import { type Background, startBackground, until } from '../testing/post-office.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test as bare } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

const test = bare.extend('background', { scope: 'file' }, async ({ house }, { onCleanup }): Promise<Background> => {
  await house.rows('public', "UPDATE public.tenants SET email = 'desk@' || subdomain || '.example'");
  const background = await startBackground(house);
  onCleanup(() => background.stop());
  return background;
});

const MARKER = 'Xylo7';
const EMAIL = 'xylo7@marked.example';
const PHONE = '+49 30 771771771';
/** Whatever of the person is looked for, in any spelling. */
const TRACES = ['%xylo7%', '%771771771%'];

/** Until nothing waits any more. What a job records wakes nobody and is found by the next sweep. */
const settled = (salon: Salon, { worker }: Background) =>
  until(async () => {
    await worker.sweep();
    return (await salon.rows(waiting)).length === 0;
  });
const waiting = 'SELECT FROM graphile_worker._private_jobs WHERE run_at <= now() UNION ALL SELECT FROM outbox';

/** Each table in which a trace stands, with how often: of the salon's schema, the shared ones and the jobs. */
async function tracesIn(house: House): Promise<Record<string, number>> {
  const tables = await house.rows<{ place: string }>(
    'public',
    `SELECT format('%I.%I', table_schema, table_name) AS place FROM information_schema.tables
     WHERE table_schema IN ('salon', 'public', 'graphile_worker') AND table_type = 'BASE TABLE' AND table_name <> 'audit'`,
  );
  const found: Record<string, number> = {};
  for (const { place } of tables) {
    const rows = await house.rows('public', `SELECT FROM ${place} t WHERE t::text ILIKE ANY ($1)`, [TRACES]);
    if (rows.length > 0) found[place] = rows.length;
  }
  return found;
}

const mailsNaming = ({ core }: Background) =>
  readdirSync(mailFolder(core.config.dataDir)).filter((name) =>
    /xylo7/i.test(readFileSync(join(mailFolder(core.config.dataDir), name), 'utf8')),
  );

/** Somebody who does all that customers do, and about whom all is written that can be. */
async function aMarkedLife(house: House, salon: Salon, background: Background): Promise<string> {
  const { olga } = salon.people;
  await salon.rows(
    `UPDATE services SET questions = '[{"key":"allergies","label":"Allergies","kind":"text","is_required":false,"choices":[]}]'`,
  );
  const book = async (start: string) => {
    const customer = { name: `Zed ${MARKER}`, email: EMAIL, phone: PHONE };
    const body = { service_id: salon.services.haircut, start, customer, answers: { allergies: `nuts ${MARKER}` } };
    const answer = await salon.visitor.call(bookAppointment, { body }, { 'idempotency-key': newId() });
    expect(answer.status, answer.text).toBe(201);
    return { id: answer.body.appointment.id, token: answer.body.manage_token };
  };
  const [kept, cancelled] = [await book('2026-07-16T08:00:00Z'), await book('2026-07-17T08:00:00Z')];
  const move = { start: '2026-07-16T12:00:00Z' };
  const link = (token: string, verb: string) => `/api/booking/appointments/${token}/${verb}`;
  expect((await salon.visitor.post(link(kept.token, 'reschedule'), move)).status).toBe(200);
  const reason = { reason: `I am ill, ${MARKER}` };
  expect((await salon.visitor.post(link(cancelled.token, 'cancellation'), reason)).status).toBe(200);
  const [row] = await salon.rows<{ id: string; revision: number }>(
    'SELECT c.id, c.revision FROM customers c WHERE email = $1',
    [EMAIL],
  );
  const id = row!.id;
  const [one] = await salon.rows<{ revision: number }>('SELECT revision FROM appointments WHERE id = $1', [kept.id]);
  const notes = { revision: one!.revision, notes: `Likes ${MARKER}` };
  expect((await olga.patch(`/api/v1/appointments/${kept.id}`, notes)).status).toBe(200);
  const twin = await olga.call(createCustomer, {
    body: { name: `Z. ${MARKER}`, phone: PHONE, notes: MARKER, tags: [MARKER] },
  });
  const kin = { start: '2026-07-20T08:00:00Z', service_id: salon.services.haircut, resource_id: salon.resources.ben };
  await bookedRow(salon, { ...kin, customer_id: twin.body.id });
  const merge = { revision: 1, into: id, into_revision: row!.revision };
  expect((await olga.call(mergeCustomer, { params: { id: twin.body.id }, body: merge })).status).toBe(200);
  await olga.call(startImport, {
    body: {
      file_name: `${MARKER}.csv`,
      known: 'complete',
      text: `name;email;phone\n${MARKER};no mail of ${MARKER};12345`,
    },
  });
  await aProgramThatHears(salon, kept.id);
  await anAccount(house, salon, id);
  await settled(salon, background);
  return id;
}

/** A webhook that was sent what happened, and answers with more than it was told. */
async function aProgramThatHears(salon: Salon, appointmentId: string): Promise<void> {
  const [webhook, delivery] = [newId(), newId()];
  await salon.rows(
    `INSERT INTO webhooks (id, url, secret, event_types, is_active, created_at, updated_at)
     VALUES ($1, 'https://x.example', '', '{}', false, now(), now())`,
    [webhook],
  );
  await salon.rows(
    `INSERT INTO webhook_deliveries (id, webhook_id, event_id, status, give_up_at, created_at)
     SELECT $1, $2, id, 'delivered', now(), now() FROM events WHERE subject_id = $3 LIMIT 1`,
    [delivery, webhook, appointmentId],
  );
  await salon.rows(
    `INSERT INTO webhook_attempts (id, webhook_id, delivery_id, at, duration_ms, succeeded, request, response)
     VALUES ($1, $2, $3, now(), 5, true, '{}', jsonb_build_object('body', $4::text))`,
    [newId(), webhook, delivery, `Hello ${MARKER}`],
  );
}

/** They sign in, change their profile, ask for a new password; somebody acts as them. */
async function anAccount(house: House, salon: Salon, id: string): Promise<void> {
  const { id: tenant } = salon.tenant();
  await house.rows(
    'public',
    `INSERT INTO users (id, tenant_id, role, email, name, password_hash, created_at, updated_at)
     SELECT $1, $2, 'CUSTOMER', $3, $4, password_hash, created_at, updated_at FROM users WHERE id = $5`,
    [id, tenant, EMAIL, `Zed ${MARKER}`, salon.users.maya],
  );
  const zed = personOf({
    app: house.app,
    host: salon.host,
    mode: 'live',
    now: () => house.clock.now(),
    credentials: { email: EMAIL, password: PASSWORD },
  });
  const { body } = await zed.get('/api/v1/me/customer');
  expect(
    (await zed.patch('/api/v1/me/customer', { revision: body['revision'], name: `Zed B. ${MARKER}` })).status,
  ).toBe(200);
  expect((await zed.call(exportOwnData)).body.appointments).toHaveLength(3);
  await house.rows(
    'public',
    `INSERT INTO letters (id, template, tenant_id, mode, email, created_at, due_at) VALUES ($1, 'password_reset', $2, 'live', $3, now(), '2100-01-01')`,
    [newId(), tenant, EMAIL],
  );
  await house.rows(
    'public',
    `INSERT INTO masquerades (session_id, tenant_id, mode, hijacker_id, hijacker_email, hijacked_id, hijacked_email, reason, return_address, started_at, expires_at)
     VALUES ($1, $2, 'live', $3, 'olga@salon.example', $4, $5, $6, '/', now(), now())`,
    [newId(), tenant, salon.users.olga, id, EMAIL, `Asked by ${MARKER}`],
  );
}

test(
  'of somebody who is erased nothing is left but appointments',
  { timeout: 60_000 },
  async ({ house, salon, olga, background }) => {
    const id = await aMarkedLife(house, salon, background);
    const before = Object.keys(await tracesIn(house)).sort();
    // What is not found before is not proved to be gone after.
    const shared = ['letters', 'masquerades', 'users'].map((name) => `public.${name}`);
    const own =
      'appointment_changes appointments customer_imports customers events idempotency_keys messages webhook_attempts'.split(
        ' ',
      );
    expect(before).toEqual([...shared, ...own.map((name) => `salon.${name}`)]);
    expect(mailsNaming(background).length).toBeGreaterThan(3);
    const { revision } = (await olga.call(getCustomer, { params: { id } })).body;
    const mark = await salon.mark();
    const erased = await olga.call(eraseCustomer, { params: { id }, body: { revision } });
    expect(erased.body).toMatchObject({ appointments: 3 });
    await settled(salon, background);
    expect(await tracesIn(house)).toEqual({});
    await until(() => mailsNaming(background).length === 0);
    expect(await olga.call(getCustomer, { params: { id } })).toBeRefused(404, 'not_found');
    expect(await salon.eventsSince(mark)).toMatchObject([
      { type: 'customer.erased', subject_id: id, actor: { name: 'Olga' } },
    ]);
    const left = await salon.rows('SELECT status, customer_id, answers FROM appointments ORDER BY starts_at');
    expect(left).toEqual([
      { status: 'confirmed', customer_id: null, answers: {} },
      { status: 'cancelled', customer_id: null, answers: {} },
      { status: 'confirmed', customer_id: null, answers: {} },
    ]);
    const [entry] = await house.rows<{ text: string }>(
      'public',
      "SELECT row_to_json(a)::text AS text FROM audit a WHERE action = 'DATA_ERASED'",
    );
    expect(entry!.text).toContain(id);
    expect(entry!.text).not.toMatch(/xylo7|771771771/i);
  },
);

test('everything about a person is one file; their own has no notes of the team', async ({
  salon,
  olga,
  maya,
  house,
}) => {
  const id = salon.customers.maya;
  const [{ revision } = { revision: 0 }] = await salon.rows<{ revision: number }>(
    'SELECT revision FROM customers WHERE id = $1',
    [id],
  );
  await olga.call(changeCustomer, { params: { id }, body: { revision, notes: 'Tips well', tags: ['vip'] } });
  await bookedRow(salon, {
    start: '2026-07-21T08:00:00Z',
    service_id: salon.services.haircut,
    resource_id: salon.resources.ana,
    customer_id: id,
  });
  const { body } = await olga.call(exportCustomer, { params: { id } });
  expect(body).toMatchObject({
    format: 'smoothschedule-person',
    business: 'Salon',
    customer: { name: 'Maya', notes: 'Tips well', tags: ['vip'] },
    account: { email: emailOf('maya', 'salon') },
    appointments: [{ service: 'Haircut', start: '2026-07-21T08:00:00Z' }],
  });
  const own = await maya.call(exportOwnData);
  expect(own.body).toMatchObject({ customer: { id, name: 'Maya' }, appointments: [{ service: 'Haircut' }] });
  expect(own.text).not.toMatch(/Tips well|vip/);
  const audit = await house.rows(
    'public',
    "SELECT detail ->> 'what' AS what FROM audit WHERE action = 'DATA_EXPORTED' AND subject_id = $1 ORDER BY 1",
    [id],
  );
  expect(audit).toEqual([{ what: 'customer' }, { what: 'own data' }]);
});

test('only heads of the business erase and export, after a fresh proof, on the state they saw', async ({
  ana,
  marek,
  olga,
  salon,
  at,
}) => {
  const { id } = (await olga.call(createCustomer, { body: { name: 'Gone' } })).body;
  const erase = (person: typeof ana, revision = 1) =>
    person.call(eraseCustomer, { params: { id }, body: { revision } });
  expect(await erase(ana)).toBeRefused(403, 'forbidden');
  expect(await ana.call(exportCustomer, { params: { id } })).toBeRefused(403, 'forbidden');
  expect(await erase(marek, 7)).toBeRefused(409, 'stale_revision');
  at('2026-07-14T08:20:00Z');
  expect(await erase(marek)).toBeRefused(403, 'sudo_required');
  expect(await salon.rows('SELECT FROM customers WHERE id = $1', [id])).toHaveLength(1);
});

test('a business forgets nobody else’s customers, nor its own people', async ({ salon, clinic, salonTest, house }) => {
  const accounts = [salon.customers.maya, salon.users.ana, salonTest.customers.maya];
  const count = async () => (await house.rows('public', 'SELECT FROM users WHERE id = ANY ($1)', [accounts])).length;
  const before = await count();
  for (const id of accounts)
    await clinic.inside((tx) =>
      tx.executeQuery({ sql: `SELECT public.forget_person('${id}', '{}')`, parameters: [] } as never),
    );
  for (const id of accounts.slice(1))
    await salon.inside((tx) =>
      tx.executeQuery({ sql: `SELECT public.forget_person('${id}', '{}')`, parameters: [] } as never),
    );
  expect(await count()).toBe(before);
  await expect(house.rows('public', `SELECT forget_person('${accounts[0]}', '{}')`)).rejects.toThrow('only a business');
});

test('an import under way that names the person comes first', async ({ salon, olga }) => {
  const { id } = (await olga.call(createCustomer, { body: { name: 'Imported Ina' } })).body;
  const now = new Date(0);
  await salon.rows(
    `INSERT INTO customer_imports (id, file_name, encoding, known, total, actor, content, created_at, updated_at)
     VALUES ($1, 'a.csv', 'utf-8', 'complete', 1, '{}', 'name\nImported Ina', $2, $2)`,
    [newId(), now],
  );
  expect(await olga.call(eraseCustomer, { params: { id }, body: { revision: 1 } })).toBeRefused(409, 'in_use');
});
