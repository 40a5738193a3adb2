import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type pg from 'pg';
import { readMigrations } from '../core/db/migrations.ts';
import { newId } from '../core/ids.ts';
import { roleOf, tenantHandle } from '../core/tenant/tenant.ts';
import type { TenantRow } from '../core/tenant/gate.ts';
import { createTenantWith } from '../tenancy/actions/create.ts';
import { roleSteps, schemaSteps } from '../tenancy/actions/migrate.ts';
import { archiveFolder, forged, readArchive, writeArchive } from '../testing/archives.ts';
import { cheapHash, PASSWORD } from '../testing/cast.ts';
import { asOwner } from '../testing/cluster.ts';
import { fingerprints } from '../testing/fingerprint.ts';
import { type Fresh, test as bare } from '../testing/fresh.ts';
import { personOf } from '../testing/person.ts';
import { expect } from '../testing/test.ts';
import { fillWorld } from '../worlds/fill.ts';
import { worlds } from '../worlds/named.ts';
import { exportTenant } from './actions/export.ts';
import { importTenant } from './actions/import.ts';
import { headerOf } from './rules/tar.ts';

const NOW = Date.parse('2026-07-14T08:00:00Z');
const OWNER = { email: 'odile@studio.example', password: PASSWORD };

/** A business with a full diary in both modes, and its archive; in a database of its own. */
const test = bare.extend('studio', { scope: 'file' }, async ({ shared }) => {
  const id = await shared.owned(async (owner) => {
    const about = { name: 'Studio Ünïcode', subdomain: 'studio', time_zone: 'Europe/Berlin', currency: 'EUR' };
    const tenant_id = await createTenantWith(owner, { ...about, tier: 'ENTERPRISE' });
    await addPeople(owner, tenant_id);
    return tenant_id;
  });
  const [row] = await shared.rows<TenantRow>('SELECT * FROM public.tenants WHERE id = $1', [id]);
  await fillWorld(tenantHandle(row!, 'live', shared.database, NOW), worlds.clinic, { now: NOW });
  await fillTheRest(shared);
  const file = join(archiveFolder(), 'studio.tar.gz');
  const manifest = await shared.owned((owner) =>
    exportTenant({ owner, tenantId: id, file, now: NOW, credentials: 'password_hashes' }),
  );
  return { id, file, manifest, from: shared };
});

async function addPeople(owner: pg.Client, tenantId: string): Promise<void> {
  const [owners, staff] = [newId(), newId()];
  const add = (id: string, role: string, email: string, sandbox: boolean, hash: string | null) =>
    owner.query(
      `INSERT INTO public.users (id, tenant_id, role, is_sandbox, email, name, password_hash, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, 'Odile', $6, now(), now())`,
      [id, tenantId, role, sandbox, email, hash],
    );
  await add(owners, 'TENANT_OWNER', OWNER.email, false, await cheapHash());
  await add(staff, 'TENANT_STAFF', 'sven@studio.example', false, null);
  await add(newId(), 'CUSTOMER', 'carla@x.example', true, null);
  await owner.query(
    "INSERT INTO public.user_permissions (user_id, tenant_id, mode, action, given_by, given_at) VALUES ($1, $2, 'live', 'customer.import', $3, now())",
    [staff, tenantId, owners],
  );
  await owner.query(
    `INSERT INTO public.staff_invitations (id, tenant_id, mode, role, email, name, invited_by, created_at, expires_at)
     VALUES ($1, $2, 'live', 'TENANT_STAFF', 'new@x.example', 'New', $3, now(), now())`,
    [newId(), tenantId, owners],
  );
  await owner.query(
    "INSERT INTO public.domains (id, tenant_id, hostname, verified_at, created_at) VALUES ($1, $2, 'book.studio.example', now(), now())",
    [newId(), tenantId],
  );
  await owner.query(
    "INSERT INTO public.sessions (id, token_hash, user_id, tenant_id, created_at, expires_at, last_seen_at) VALUES ($1, 'secret', $2, $3, now(), now(), now())",
    [newId(), owners, tenantId],
  );
}

/** A row in each table that a world leaves empty, with what is hard to carry: ranges, bytes, large numbers, line ends. */
async function fillTheRest({ rows }: Fresh): Promise<void> {
  const [resource] = await rows<{ id: string }>("SELECT id FROM studio.resources WHERE type = 'staff' LIMIT 1");
  const [service] = await rows<{ id: string }>('SELECT id FROM studio.services LIMIT 1');
  const id = resource!.id;
  const holdId = newId();
  await rows(
    `INSERT INTO studio.holds (id, service_id, starts_at, ends_at, visitor, expires_at, created_at)
     VALUES ($1, $2, now(), now() + interval '1 hour', 'v', now(), '2026-07-14T08:00:00.123456Z')`,
    [holdId, service!.id],
  );
  await rows(
    `INSERT INTO studio.claims (resource_id, lane, during, hold_id, expires_at) VALUES ($1, 7, '["2030-01-01T00:00:00.5Z","2030-01-02T00:00:00Z")', $2, now())`,
    [id, holdId],
  );
  await rows(
    `INSERT INTO studio.feeds (id, kind, resource_id, token_hash, created_by, created_at) VALUES ($1, 'resource', $2, '\\x00ff5c', $2, now())`,
    [newId(), id],
  );
  await rows(
    `INSERT INTO studio.idempotency_keys VALUES ('o', 'k', '\\xdeadbeef', 201, E'{"a":"\\\\u0001 \\n \\\\"}', now())`,
  );
  await rows(
    `INSERT INTO studio.customer_imports (id, file_name, encoding, known, total, actor, content, created_at, updated_at)
     VALUES ($1, 'a.csv', 'utf-8', 'complete', 1, '{"name":"x"}', E'name;tags\\r\\nÄ "quoted", \\\\ and \\t', now(), now())`,
    [newId()],
  );
  await rows(
    `INSERT INTO studio.time_off_requests (id, resource_id, user_id, user_name, starts_at, ends_at, created_at, updated_at)
     VALUES ($1, $2, $2, 'Sven', now(), now() + interval '1 day', now(), now())`,
    [newId(), id],
  );
  await rows(
    `INSERT INTO studio.resource_overrides (id, resource_id, "on", windows) VALUES ($1, $2, '2026-12-24', '[{"start":"09:00","end":"12:00"}]')`,
    [newId(), id],
  );
  await rows(
    `INSERT INTO studio.messages (id, template, dedupe_key, recipient, subject, body_text, body_html, created_at)
     VALUES ($1, 'booked', 'k', 'a@x.example', 's', E'two\\nlines', '<p>&amp;</p>', now())`,
    [newId()],
  );
  const webhookId = newId();
  const [event] = await rows<{ id: string }>('SELECT id FROM studio.events LIMIT 1');
  await rows(
    `INSERT INTO studio.webhooks (id, url, event_types, secret, created_at, updated_at)
     VALUES ($1, 'https://example.com/', '{"appointment.booked"}', '\\x00ff5c', now(), now())`,
    [webhookId],
  );
  const deliveryId = newId();
  await rows(
    `INSERT INTO studio.webhook_deliveries (id, webhook_id, event_id, status, give_up_at, created_at)
     VALUES ($1, $2, $3, 'failed', now(), now())`,
    [deliveryId, webhookId, event!.id],
  );
  await rows(
    `INSERT INTO studio.webhook_attempts (id, webhook_id, delivery_id, at, duration_ms, succeeded, request)
     VALUES ($1, $2, $3, now(), 5, false, '{"body":"{}"}')`,
    [newId(), webhookId, deliveryId],
  );
  await rows(
    `INSERT INTO studio_sandbox.customers (id, name, created_at, updated_at) VALUES ($1, 'Only in the sandbox', now(), now())`,
    [newId()],
  );
  const [webhook, delivery] = [newId(), newId()];
  await rows(
    `INSERT INTO studio.webhooks (id, url, secret, event_types, created_at, updated_at) VALUES ($1, 'https://x.example', '\\x00ff', '{appointment.booked}', now(), now())`,
    [webhook],
  );
  await rows(
    `INSERT INTO studio.webhook_deliveries (id, webhook_id, event_id, next_at, give_up_at, created_at)
     SELECT $1, $2, id, now(), now(), now() FROM studio.events LIMIT 1`,
    [delivery, webhook],
  );
  await rows(
    `INSERT INTO studio.webhook_attempts (id, webhook_id, delivery_id, at, duration_ms, succeeded, request)
     VALUES ($1, $2, $3, now(), 12, false, '{"body":"{}"}')`,
    [newId(), webhook, delivery],
  );
  await rows('UPDATE studio.rules_version SET version = 9007199254740993');
  await rows('INSERT INTO studio.outbox SELECT id FROM studio.events LIMIT 1 ON CONFLICT DO NOTHING');
}

const take = (into: Fresh, file: string, about: { subdomain?: string; tier?: string } = {}) =>
  into.owned((owner) => importTenant({ owner, file, ...about }));

type State = Record<string, unknown[]>;

/** All rows of both schemas of a business, but for the number of the transaction that wrote them. */
async function stateOf({ rows }: Fresh, schema: string): Promise<State> {
  const tables = await rows<{ place: string; name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS place, replace(table_schema, $1, '') || '/' || table_name AS name
     FROM information_schema.tables WHERE table_schema IN ($1, $1 || '_sandbox') ORDER BY 1`,
    [schema],
  );
  const state: State = {};
  for (const { place, name } of tables)
    state[name] = (
      await rows(`SELECT to_jsonb(t) - 'xid' AS row FROM ${place} t ORDER BY (to_jsonb(t) - 'xid')::text`)
    ).map((one) => JSON.stringify(one));
  return state;
}

const noTrace = async ({ rows }: Fresh) => ({
  tenants: await rows('SELECT subdomain FROM public.tenants'),
  users: await rows('SELECT email FROM public.users'),
  schemas: await rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'studio%' OR nspname LIKE 'other%'"),
});
const NOTHING = { tenants: [], users: [], schemas: [] };

test('what was exported is there again, row for row', { timeout: 180_000 }, async ({ studio, fresh }) => {
  const before = await stateOf(studio.from, 'studio');
  const empty = Object.entries(before).filter(([name, rows]) => name.startsWith('/') && rows.length === 0);
  expect(empty.map(([name]) => name)).toEqual([]);
  const { id, manifest } = await take(fresh, studio.file);
  expect(await stateOf(fresh, 'studio')).toEqual(before);
  const shared = (from: Fresh) =>
    from.rows(
      `SELECT name, subdomain, tier, time_zone, entitlements,
         (SELECT json_agg(to_jsonb(u) - 'tenant_id' - 'home' ORDER BY id) FROM public.users u) AS users,
         (SELECT json_agg(to_jsonb(p) - 'tenant_id') FROM public.user_permissions p) AS permissions,
         (SELECT json_agg(to_jsonb(i) - 'tenant_id') FROM public.staff_invitations i) AS invitations
       FROM public.tenants`,
    );
  expect(await shared(fresh)).toEqual(await shared(studio.from));
  expect(id).not.toBe(studio.id);
  expect(manifest.rows['live/appointments']).toBeGreaterThan(50);
  expect(await fresh.rows('SELECT hostname, verified_at FROM public.domains')).toEqual([
    { hostname: 'book.studio.example', verified_at: null },
  ]);
  expect(await fresh.rows('SELECT FROM public.sessions')).toEqual([]);
  // The role of the business reaches its new schemas and nothing was left switched off.
  const off = await fresh.rows("SELECT FROM pg_trigger WHERE tgenabled = 'D'");
  expect(off).toEqual([]);
  const rights = await fresh.rows(
    "SELECT has_table_privilege($1, 'studio.services', 'UPDATE') AS own, has_table_privilege($1, 'studio_sandbox.services', 'SELECT') AS other",
    [roleOf(id, 'live')],
  );
  expect(rights).toEqual([{ own: true, other: false }]);
});

test('an owner who imports it signs in and finds the diary', { timeout: 90_000 }, async ({ studio, house }) => {
  const before = await fingerprints(house);
  const { id } = await asOwner(house.urls.ownerUrl, (owner) =>
    importTenant({ owner, file: studio.file, subdomain: 'moved', tier: 'FREE' }),
  );
  const after = await fingerprints(house);
  for (const [schema, print] of Object.entries(before)) expect(after[schema], schema).toBe(print);
  const odile = personOf({
    app: house.app,
    host: 'moved.localhost:3000',
    mode: 'live',
    now: () => house.clock.now(),
    credentials: OWNER,
  });
  const { body } = await odile.get('/api/v1/appointments?from=2026-07-01T00:00:00Z&limit=5');
  expect(body['data']).toHaveLength(5);
  const [row] = await house.rows<{ tier: string }>('public', 'SELECT tier FROM tenants WHERE id = $1', [id]);
  expect(row).toEqual({ tier: 'FREE' });
  const again = asOwner(house.urls.ownerUrl, (owner) => importTenant({ owner, file: studio.file, subdomain: 'twice' }));
  await expect(again).rejects.toMatchObject({ code: 'duplicate', message: expect.stringContaining('lives here') });
  const taken = asOwner(house.urls.ownerUrl, (owner) => importTenant({ owner, file: studio.file, subdomain: 'salon' }));
  await expect(taken).rejects.toMatchObject({ code: 'duplicate', message: 'The address salon is taken' });
  expect(await fingerprints(house)).toEqual(after);
});

test(
  'an archive without passwords has none, and is imported like any other',
  { timeout: 60_000 },
  async ({ studio, fresh }) => {
    const file = join(archiveFolder(), 'plain.tar.gz');
    await studio.from.owned((owner) =>
      exportTenant({ owner, tenantId: studio.id, file, now: NOW, credentials: 'none' }),
    );
    const users = (await readArchive(file)).find(({ name }) => name.startsWith('shared/users'))!.content.toString();
    expect(users).not.toContain('$argon2');
    await take(fresh, file);
    expect(await fresh.rows('SELECT DISTINCT password_hash FROM public.users')).toEqual([{ password_hash: null }]);
  },
);

test(
  'what was made with an older version of the schema is migrated when it comes in',
  { timeout: 60_000 },
  async ({ fresh, studio }) => {
    const migrations = readMigrations('tenant');
    const tenant_id = newId();
    await fresh.owned(async (owner) => {
      await owner.query(
        `INSERT INTO public.tenants (id, name, schema_name, subdomain, time_zone, currency, created_at, updated_at)
       VALUES ($1, 'Old', 'old', 'old', 'Europe/Berlin', 'EUR', now(), now())`,
        [tenant_id],
      );
      for (const mode of ['live', 'sandbox'] as const) {
        const about = { schema_name: mode === 'live' ? 'old' : 'old_sandbox', tenant_id, mode };
        await owner.query(
          "INSERT INTO public.tenant_schemas (schema_name, tenant_id, mode, status, updated_at) VALUES ($1, $2, $3, 'ready', now())",
          [about.schema_name, tenant_id, mode],
        );
        const then = migrations.slice(0, 4);
        await owner.query('BEGIN');
        await owner.query(
          `CREATE SCHEMA ${about.schema_name}; ${roleSteps(roleOf(tenant_id, mode))}; ${schemaSteps(about, then)}`,
        );
        await owner.query('COMMIT');
      }
      await owner.query(
        `INSERT INTO old.services (id, name, color, duration_minutes, created_at, updated_at) VALUES ($1, 'Cut', '#000000', 30, now(), now())`,
        [newId()],
      );
    });
    const file = join(archiveFolder(), 'old.tar.gz');
    const manifest = await fresh.owned((owner) =>
      exportTenant({ owner, tenantId: tenant_id, file, now: NOW, credentials: 'none' }),
    );
    expect(manifest.schemas.live.version).toBe(4);
    await take(studio.from, file);
    expect(await studio.from.rows('SELECT name, resource_terms FROM old.services')).toEqual([
      { name: 'Cut', resource_terms: [] },
    ]);
    expect(
      await studio.from.rows("SELECT DISTINCT version FROM public.tenant_schemas WHERE schema_name LIKE 'old%'"),
    ).toEqual([{ version: migrations.length }]);
  },
);

const changed = (from: RegExp | string, to: string) => (text: string) => text.replace(from, to);
const SERVICES = 'live/services.00001.ndjson';
const USERS = 'shared/users.00001.ndjson';

test.for([
  ['another format', { 'manifest.json': changed('smoothschedule-tenant', 'zip') }, /no archive of a business/],
  ['a format that is not known yet', { 'manifest.json': changed('"version": 1', '"version": 2') }, /format version 2/],
  [
    'a newer schema',
    { 'manifest.json': changed(/"live": \{\s+"version": \d+/, '"live": {"version": 999') },
    /version 999 of the schema; this installation has version/,
  ],
  [
    'another schema of the same number',
    { 'manifest.json': changed(/"checksum": "[0-9a-f]{8}/, '"checksum": "00000000') },
    /another version/,
  ],
  ['a reserved address', { 'manifest.json': changed('"subdomain": "studio"', '"subdomain": "www"') }, /small letters/],
  [
    'a logo that is a script',
    { 'manifest.json': changed('"logo_url": null', '"logo_url": "javascript:x"') },
    /logo_url/,
  ],
  ['a column nobody knows', { [SERVICES]: changed('{"id"', '{"evil\\"; DROP TABLE x":1,"id"') }, /no column/],
  ['a row that lacks a column', { [SERVICES]: changed('"name":', '"nome":') }, /no column "nome"/],
  [
    'a value of the wrong type',
    { [SERVICES]: changed(/"duration_minutes":\d+/, '"duration_minutes":"long"') },
    /invalid input/,
  ],
  [
    'a value outside of its bounds',
    { [SERVICES]: changed(/"capacity":\d+/, '"capacity":0') },
    /services_capacity_check/,
  ],
  ['a row that refers to nothing', { [SERVICES]: () => '' }, /foreign key|as many rows/],
  ['a line that is no JSON', { [SERVICES]: changed('{', '[') }, /no JSON|no object/],
  ['a role of the platform', { [USERS]: changed('TENANT_OWNER', 'SUPERUSER') }, /at role/],
  ['a business of somebody else', { [USERS]: changed('{"id"', '{"tenant_id":null,"id"') }, /no column "tenant_id"/],
  ['a password that costs too much', { [USERS]: changed(/m=\d+/, 'm=99999999') }, /at password_hash/],
] as const)(
  '%s is refused, and nothing is left',
  { timeout: 60_000 },
  async ([, changes, message], { studio, fresh }) => {
    const file = await forged(studio.file, changes);
    await expect(take(fresh, file)).rejects.toThrow(message);
    expect(await noTrace(fresh)).toEqual(NOTHING);
  },
);

test(
  'an archive that is damaged or is none is refused before anything is written',
  { timeout: 60_000 },
  async ({ studio, fresh }) => {
    const entries = await readArchive(studio.file);
    const other = (name: string, content: Buffer) =>
      entries.map((entry) => (entry.name === name ? { name, content } : entry));
    const services = entries.find(({ name }) => name === SERVICES)!.content;
    const bytes = readFileSync(studio.file);
    const write = (content: Buffer) => {
      const file = join(archiveFolder(), 'x.tar.gz');
      writeFileSync(file, content);
      return file;
    };
    const flipped = Buffer.from(services);
    flipped[20] = flipped[20]! ^ 1;
    const cases: [string, RegExp][] = [
      [writeArchive(other(SERVICES, flipped)), /is not what the manifest says/],
      [writeArchive(entries.filter(({ name }) => name !== SERVICES)), /services.00001.ndjson is missing/],
      [writeArchive([{ name: '../../etc/passwd', content: services }, ...entries]), /no file of ours is called/],
      [writeArchive([{ name: '/etc/passwd', content: services }, ...entries]), /no file of ours is called/],
      [writeArchive([{ name: 'live/pg_user.00001.ndjson', content: services }, ...entries]), /is missing|is not what/],
      [writeArchive([...entries, { name: SERVICES, content: services }]), /behind the manifest/],
      [writeArchive(entries.slice(0, -1)), /no manifest/],
      [write(bytes.subarray(0, bytes.length / 2)), /no whole gzip file|ends too early/],
      [write(Buffer.from('PK no archive')), /no whole gzip file/],
      [write(gzipSync(Buffer.concat([huge('live/services.00001.ndjson')]))), /more than any of ours/],
      [write(gzipSync(Buffer.concat([linked(), Buffer.alloc(1024)]))), /no plain file/],
      ['/nowhere/x.tar.gz', /There is no file/],
    ];
    for (const [file, message] of cases) await expect(take(fresh, file), String(message)).rejects.toThrow(message);
    expect(await noTrace(fresh)).toEqual(NOTHING);
  },
);

/** A header that promises eight gigabytes. */
const huge = (name: string) => headerOf({ name, size: 8 ** 11 - 1 }, 0);

/** A symbolic link, whose sum is right. */
function linked(): Buffer {
  const block = headerOf({ name: 'live/services.00001.ndjson', size: 0 }, 0);
  block.write('2', 156);
  const sum = Number.parseInt(block.toString('latin1', 148, 154), 8) + 2;
  block.write(sum.toString(8).padStart(6, '0'), 148);
  return block;
}

test('an export that fails leaves no file behind', async ({ studio }) => {
  const file = join(archiveFolder(), 'gone.tar.gz');
  const failing = studio.from.owned((owner) =>
    exportTenant({
      owner,
      tenantId: studio.id,
      file,
      now: NOW,
      credentials: 'none',
      progress: () => Promise.reject(new Error('the disk is full')),
    }),
  );
  await expect(failing).rejects.toThrow('the disk is full');
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
});
