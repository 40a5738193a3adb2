import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadExport, getExport, listExports, requestExport } from '@smooth/contract/archive/exports.ts';
import { readMailbox } from '../core/mail/mailbox.ts';
import { readArchive } from '../testing/archives.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { startBackground, until } from '../testing/post-office.ts';
import { expect, test } from '../testing/test.ts';
import { DENIED, refusal } from '../testing/statements.ts';
import { exportFile } from './actions/files.ts';
import { forgetOldExports, makeNextExport } from './actions/make.ts';

const ask = async (person: Person) => {
  const answer = await person.call(requestExport);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};
const make = async ({ core, urls }: House) => {
  while (await makeNextExport(core, urls.ownerUrl));
};
const clear = async (house: House) => {
  await house.rows('public', 'DELETE FROM exports');
  await house.rows('public', 'DELETE FROM letters');
};

test('an owner asks for everything, and downloads it when it is made', async ({ house, olga, salon, at }) => {
  const { id, ...asked } = await ask(olga);
  expect(asked).toMatchObject({ status: 'waiting', bytes: null });
  expect(await olga.call(requestExport)).toBeRefused(409, 'in_use');
  expect(await olga.call(downloadExport, { params: { id } })).toBeRefused(410, 'link_expired');
  await make(house);
  const ready = (await olga.call(getExport, { params: { id } })).body;
  expect(ready).toMatchObject({ status: 'ready', expires_at: '2026-07-21T08:00:00Z' });
  expect(ready.done).toBe(ready.total);
  const { cookie } = await olga.signedIn();
  const response = await house.app.inject({
    url: `/api/v1/exports/${id}/archive`,
    headers: { host: salon.host, cookie },
  });
  expect(response.headers).toMatchObject({
    'content-type': expect.stringContaining('application/gzip'),
    'content-disposition': 'attachment; filename="salon.tar.gz"',
    'content-length': String(ready.bytes),
  });
  const file = join(mkdtempSync(join(tmpdir(), 'smooth-download-')), 'salon.tar.gz');
  writeFileSync(file, response.rawPayload);
  const entries = await readArchive(file);
  const users = entries.find(({ name }) => name.startsWith('shared/users'))!.content.toString();
  expect(users).toContain('olga@salon.example');
  expect(users).not.toContain('argon2');
  const audit = await house.rows(
    'public',
    "SELECT actor_email, detail ->> 'what' AS what FROM audit WHERE action = 'DATA_EXPORTED' ORDER BY 2",
  );
  expect(audit).toEqual([
    { actor_email: 'olga@salon.example', what: 'business' },
    { actor_email: 'olga@salon.example', what: 'business, downloaded' },
  ]);
  at('2026-07-21T08:00:01Z');
  expect((await olga.call(listExports)).body.data).toEqual([]);
  await forgetOldExports(house.core, house.urls.ownerUrl);
  expect(existsSync(exportFile(house.core.config.dataDir, id))).toBe(false);
});

test('whoever asked for an export hears by mail that it is ready, once and in their language', async ({
  house,
  olga,
  salon,
  onTestFinished,
}) => {
  await clear(house);
  const speak = (locale: string | null) =>
    house.rows('public', 'UPDATE users SET locale = $1 WHERE id = $2', [locale, salon.users.olga]);
  await speak('es');
  await ask(olga);
  expect(await house.rows('public', "SELECT FROM letters WHERE template = 'export_ready'")).toEqual([]);
  await make(house);
  const background = await startBackground(house);
  onTestFinished(async () => {
    await speak(null);
    await background.stop();
  });
  const mails = () => readMailbox(background.core.config.dataDir);
  await until(async () => (await mails()).length > 0);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: { address: 'olga@salon.example' },
    subject: `La exportación de ${salon.tenant().row.name} está lista`,
  });
  expect(mail!.text).toContain('/settings#export');
});

test('nobody but the owner, after a fresh proof, and never of another business', async ({
  house,
  olga,
  marek,
  clinic,
  at,
}) => {
  const { id } = await ask(olga);
  await make(house);
  expect(await marek.call(requestExport)).toBeRefused(403, 'forbidden');
  for (const endpoint of [getExport, downloadExport] as (typeof getExport)[]) {
    expect(await marek.call(endpoint, { params: { id } })).toBeRefused(403, 'forbidden');
    expect(await clinic.people.carla.call(endpoint, { params: { id } })).toBeRefused(404, 'not_found');
  }
  at('2026-07-14T08:20:00Z');
  for (const endpoint of [getExport, downloadExport] as (typeof getExport)[])
    expect(await olga.call(endpoint, { params: { id } })).toBeRefused(403, 'sudo_required');
  expect(await olga.call(requestExport)).toBeRefused(403, 'sudo_required');
});

test('an export that cannot be made is tried three times, and leaves nothing', async ({ house, olga }) => {
  await clear(house);
  const { id } = await ask(olga);
  const broken = { ...house.core, config: { ...house.core.config, dataDir: import.meta.filename } };
  while (
    await makeNextExport(
      { ...broken, log: { ...house.core.log, error: () => undefined } as never },
      house.urls.ownerUrl,
    )
  );
  expect(await house.rows('public', 'SELECT status, attempts FROM exports WHERE id = $1', [id])).toEqual([
    { status: 'failed', attempts: 3 },
  ]);
  expect(readdirSync(join(house.core.config.dataDir, 'exports'))).not.toContain(`${id}.tar.gz.part`);
});

test('a business asks for exports of its own and can change none', async ({ salon, clinic }) => {
  const insert = (tenant: string, user: string, mode = 'live') =>
    `INSERT INTO public.exports (id, tenant_id, mode, asked_by, created_at, expires_at) VALUES (gen_random_uuid(), '${tenant}', '${mode}', '${user}', now(), now())`;
  expect(await refusal(salon.tenant(), insert(clinic.tenant().id, clinic.users.carla))).toBe(DENIED);
  expect(await refusal(salon.tenant(), insert(salon.tenant().id, salon.users.olga, 'sandbox'))).toBe(DENIED);
  expect(await refusal(salon.tenant(), "UPDATE public.exports SET status = 'ready'")).toBe(DENIED);
  expect(await refusal(salon.tenant(), 'DELETE FROM public.exports')).toBe(DENIED);
});
