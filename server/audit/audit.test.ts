import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { getAuditEntry, getPlatformAuditEntry, listAudit, listPlatformAudit } from '@smooth/contract/audit/audit.ts';
import { asOwner } from '../testing/cluster.ts';
import type { House } from '../testing/house.ts';
import { DENIED, refusal } from '../testing/statements.ts';
import { expect, test as plain } from '../testing/test.ts';
import { auditAlone } from './actions/write.ts';
import { readAnchors, verifyAudit } from './actions/verify.ts';
import { type Sealing, startSealing } from './jobs.ts';

interface Trail {
  /** Six entries of the salon and three of the platform, sealed and in the logs. */
  write(): Promise<void>;
  /** As a superuser of the database whom no trigger stops. */
  tamper(sql: string): Promise<void>;
  findings(): Promise<string[]>;
  sealing: Sealing;
}

const test = plain.extend('trail', async ({ house, salon }, { onCleanup }): Promise<Trail> => {
  const sealing = startSealing(house.core, 3_600_000);
  const tamper = (sql: string) =>
    asOwner(house.urls.ownerUrl, async (owner) => {
      await owner.query('SET session_replication_role = replica');
      await owner.query(sql);
    });
  onCleanup(async () => {
    await sealing.stop();
    await tamper('TRUNCATE public.audit, public.audit_seals, public.audit_heads, public.audit_unsealed');
    rmSync(house.core.config.logFolder, { recursive: true, force: true });
  });
  return {
    sealing,
    tamper,
    async write() {
      for (let n = 0; n < 9; n += 1)
        await auditAlone(house.core, witnessed(house, n < 6 ? salon.tenant().id : null), { action: 'SIGN_IN' });
      await sealing.now();
    },
    findings: () =>
      asOwner(house.urls.ownerUrl, async (owner) => {
        const anchors = await readAnchors(house.core.config.logFolder);
        const { findings } = await verifyAudit({ owner, key: house.core.key, anchors });
        return findings.map(({ position, what }) => `${position ?? 'nowhere'}: ${what}`);
      }),
  };
});

const witnessed = (house: House, tenant_id: string | null) => ({
  at: house.clock.now(),
  tenant_id,
  mode: tenant_id === null ? null : ('live' as const),
  actor: { id: null, email: 'olga@salon.example' },
  acting_as: null,
  ip_address: '192.0.2.1',
  session_key: null,
});

const ofSalon = (position: number) =>
  `(SELECT entry_id FROM public.audit_seals JOIN public.tenants ON tenants.id = chain WHERE position = ${position})`;
const logged = (house: House, file: string) =>
  readFileSync(join(house.core.config.logFolder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a trail that nobody touched is whole, and a second round adds to it', async ({ trail }) => {
  await trail.write();
  expect(await trail.findings()).toEqual([]);
  await trail.write();
  expect(await trail.findings()).toEqual([]);
});

test.for([
  ['actor_email', "'maya@salon.example'"],
  ['occurred_at', "occurred_at - interval '1 microsecond'"],
  ['ip_address', 'NULL'],
  ['detail', `'{"innocent": true}'`],
  ['reason', "'because'"],
  ['mode', "'sandbox'"],
] as const)('an entry whose %s was changed is named', async ([column, value], { trail }) => {
  await trail.write();
  await trail.tamper(`UPDATE public.audit SET ${column} = ${value} WHERE id = ${ofSalon(3)}`);
  expect(await trail.findings()).toEqual(['3: the entry was changed']);
});

test('a changed entry with a code of its own making is named, too', async ({ trail }) => {
  await trail.write();
  await trail.tamper(
    `UPDATE public.audit SET actor_email = 'x', mac = sha256('forged'::bytea) WHERE id = ${ofSalon(3)}`,
  );
  expect(await trail.findings()).toEqual(['3: the entry was changed']);
});

test('a removed entry is named, with its seal or without', async ({ trail }) => {
  await trail.write();
  await trail.tamper(`DELETE FROM public.audit WHERE id = ${ofSalon(2)}`);
  expect(await trail.findings()).toEqual(['2: the entry was removed']);
  await trail.tamper(
    'DELETE FROM public.audit_seals WHERE position = 2 AND NOT EXISTS (SELECT FROM public.audit WHERE id = entry_id)',
  );
  const found = await trail.findings();
  expect(found).toContain('2: the seals up to 2 were removed');
  expect(found).toContain('3: the seal does not fit what is before it');
});

test('an entry put in by somebody else is named, before and after it is sealed', async ({ trail, salon, house }) => {
  await trail.write();
  const insert = `INSERT INTO public.audit (id, tenant_id, mode, occurred_at, action, actor_email, mac)
    VALUES (gen_random_uuid(), '${salon.tenant().id}', 'live', now(), 'SIGN_IN', 'x', sha256('forged'::bytea))`;
  await trail.tamper(insert);
  expect(await trail.findings()).toEqual(['nowhere: the entry was put in by somebody else']);
  await house.rows('public', insert);
  await trail.sealing.now();
  expect(await trail.findings()).toContain('7: the entry was changed');
});

test('a tail that was cut off is found by what is kept outside of the database', async ({ trail }) => {
  await trail.write();
  const chain = "(SELECT id FROM public.tenants WHERE subdomain = 'salon')";
  await trail.tamper(`DELETE FROM public.audit WHERE id IN (${ofSalon(5)}, ${ofSalon(6)});
    DELETE FROM public.audit_seals WHERE chain = ${chain} AND position > 4;
    UPDATE public.audit_heads SET position = 4, logged = 4, hash = (SELECT hash FROM public.audit_seals WHERE chain = ${chain} AND position = 4)
    WHERE chain = ${chain}`);
  expect(await trail.findings()).toEqual(['5: the end was cut off: it reached 6 once']);
  // What is written from then on does not hide it.
  await trail.write();
  expect(await trail.findings()).toEqual(['6: the chain was made anew: its anchor beside the logs is another one']);
});

test('everything gone is found as well, and so is a missing file of anchors', async ({ trail, house }) => {
  await trail.write();
  await trail.tamper('TRUNCATE public.audit, public.audit_seals, public.audit_heads');
  const found = await trail.findings();
  expect(found).toHaveLength(2);
  for (const one of found) expect(one).toMatch(/^1: the end was cut off/);
  await trail.write();
  await asOwner(house.urls.ownerUrl, async (owner) => {
    const { findings } = await verifyAudit({ owner, key: house.core.key, anchors: null });
    expect(findings.map(({ what }) => what)).toEqual(['the file audit-anchors.log is missing beside the logs']);
  });
});

test('nobody changes the audit by the ordinary ways, the owner included', async ({ trail, house, salon }) => {
  await trail.write();
  for (const statement of [
    "UPDATE public.audit SET reason = 'x'",
    'DELETE FROM public.audit',
    'TRUNCATE public.audit',
    'DELETE FROM public.audit_seals',
  ]) {
    await expect(house.rows('public', statement), statement).rejects.toMatchObject({ code: DENIED });
    expect(await refusal(salon.tenant(), statement), statement).toBe(DENIED);
  }
});

test('a business adds to its own trail in its own mode, and to no other', async ({ salon, clinic }) => {
  const add = (tenantId: string, mode: string) =>
    `INSERT INTO public.audit (id, tenant_id, mode, occurred_at, action, mac) VALUES (gen_random_uuid(), '${tenantId}', '${mode}', now(), 'SIGN_IN', '')`;
  expect(await refusal(salon.tenant(), add(salon.tenant().id, 'live'))).toBe(null);
  expect(await refusal(salon.tenant(), add(salon.tenant().id, 'sandbox'))).toBe(DENIED);
  expect(await refusal(salon.tenant(), add(clinic.tenant().id, 'live'))).toBe(DENIED);
});

test('each entry is a line of the log, even when the log could not be written at first', async ({ trail, house }) => {
  await trail.write();
  const before = logged(house, 'security.log').length;
  const away = { ...house.core, config: { ...house.core.config, logFolder: '/dev/null/nowhere' } };
  const stuck = startSealing(away, 3_600_000);
  await auditAlone(house.core, witnessed(house, null), { action: 'SIGN_IN_FAILED', reason: 'a "quoted"\nreason' });
  await expect(stuck.now()).rejects.toThrow();
  expect(logged(house, 'security.log')).toHaveLength(before);
  await trail.sealing.now();
  const lines = logged(house, 'security.log');
  expect(lines).toHaveLength(before + 1);
  expect(lines.at(-1)).toMatchObject({
    timestamp: '2026-07-14T08:00:00.000Z',
    action: 'SIGN_IN_FAILED',
    email: 'olga@salon.example',
    ip_address: '192.0.2.1',
    reason: 'a "quoted"\nreason',
  });
});

test('signing in, failing to and signing out are written down, the password never', async ({
  salon,
  platform,
  house,
  trail,
  at,
}) => {
  await salon.visitor.post('/api/auth/login', { email: 'Olga@salon.example', password: 'a wrong secret' });
  at('2026-07-14T08:01Z');
  const { cookie } = await salon.people.olga.signedIn();
  at('2026-07-14T08:02Z');
  await salon.visitor.post('/api/auth/logout', undefined, { cookie });
  at('2026-07-14T08:03Z');
  const { cookie: fresh } = await salon.people.olga.signedIn();
  const { body } = await salon.visitor.call(listAudit, {}, { cookie: fresh });
  const [again, out, signIn, failed] = body.data;
  expect([again, out, signIn, failed].map((entry) => entry?.action)).toEqual([
    'SIGN_IN',
    'SIGN_OUT',
    'SIGN_IN',
    'SIGN_IN_FAILED',
  ]);
  expect(out).toMatchObject({ actor: { id: salon.users.olga, email: 'olga@salon.example' }, ip_address: '127.0.0.1' });
  expect(out!.session_key).toBe(signIn!.session_key);
  expect(failed).toMatchObject({ actor: { id: null, email: 'Olga@salon.example' } });
  const whole = await platform.root.call(listPlatformAudit, { query: { tenant_id: salon.tenant().id, q: 'OLGA' } });
  expect(whole.body.data.length).toBeGreaterThanOrEqual(3);
  await trail.sealing.now();
  expect(JSON.stringify(logged(house, 'security.log'))).not.toContain('a wrong secret');
});

test('a list goes on where it ended, and is searched by action and time', async ({ platform, trail }) => {
  await trail.write();
  const first = await platform.petra.call(listPlatformAudit, { query: { limit: 4 } });
  expect(first.body.data).toHaveLength(4);
  const next = await platform.petra.call(listPlatformAudit, { query: { limit: 200, cursor: first.body.next_cursor! } });
  const ids = [...first.body.data, ...next.body.data].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().toReversed());
  const none = { action: 'SIGN_OUT', until: '2026-01-01T00:00:00Z' } as const;
  expect((await platform.petra.call(listPlatformAudit, { query: none })).body.data).toEqual([]);
  expect(await platform.uma.call(listPlatformAudit)).toBeRefused(403, 'forbidden');
});

test('one entry has an address of its own, in its business and at the console', async ({
  salon,
  clinic,
  platform,
  trail,
}) => {
  await trail.write();
  const owner = await salon.people.olga.signedIn();
  const listed = (await salon.visitor.call(listAudit, {}, owner)).body.data[0]!;
  const params = { id: listed.id };
  expect((await salon.people.olga.call(getAuditEntry, { params })).body).toEqual(listed);
  const whole = await platform.root.call(getPlatformAuditEntry, { params });
  expect(whole.body).toEqual({ ...listed, tenant_name: expect.stringMatching(/salon/i) as string });
  expect(await clinic.people.carla.call(getAuditEntry, { params })).toBeRefused(404, 'not_found');
  expect(await salon.people.ana.call(getAuditEntry, { params })).toBeRefused(403, 'forbidden');
  expect(await platform.uma.call(getPlatformAuditEntry, { params })).toBeRefused(403, 'forbidden');
});
