import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../core/postgres/embedded.ts';
import { test } from '../testing/fresh.ts';
import { expect } from '../testing/test.ts';

interface Told {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line in a process of its own, as an operator does. */
function smooth(words: string[], environment: Record<string, string>, input = ''): Promise<Told> {
  const env = { PATH: process.env['PATH'], ...environment };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'smooth.ts'), ...words], { env });
  const told: Told = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => void (told.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (told.err += chunk.toString()));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...told, code })));
}

const barber = ['--name', 'Barber', '--subdomain', 'barber', '--time-zone', 'Europe/Paris', '--currency', 'EUR'];

test(
  'an operator makes the first superuser and a business on an empty database',
  { timeout: 90_000 },
  async ({ unmigrated }) => {
    const env = { DATABASE_URL: unmigrated.urls.ownerUrl, SMOOTH_PASSWORD: 'a long password' };
    expect(await smooth(['status'], env)).toMatchObject({ code: 1, out: expect.stringContaining('behind') });
    const ruth = ['superuser', 'create', '--email', 'Ruth@x.example', '--name', 'Ruth'];
    expect(await smooth(ruth, env)).toMatchObject({ code: 0, err: '' });
    expect(await smooth(ruth, env)).toMatchObject({ code: 1, err: expect.stringContaining('already') });
    const odile = ['--owner-email', 'odile@barber.example', '--owner-name', 'Odile'];
    expect(await smooth(['tenant', 'create', ...barber, ...odile], env)).toMatchObject({ code: 0, err: '' });
    const users = await unmigrated.rows(
      'SELECT email, role, tenant_id IS NULL AS platform FROM public.users ORDER BY email',
    );
    expect(users).toEqual([
      { email: 'odile@barber.example', role: 'TENANT_OWNER', platform: false },
      { email: 'ruth@x.example', role: 'SUPERUSER', platform: true },
    ]);
    const list = await smooth(['tenant', 'list'], env);
    expect(list.out).toMatch(/barber +Barber +active +FREE +Europe\/Paris +EUR/);
    expect(await smooth(['status'], env)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/barber_sandbox +sandbox/),
    });
    expect(await smooth(['migrate'], env)).toMatchObject({ code: 0, out: expect.stringContaining('up to date') });
  },
);

test('a business is suspended and resumed', { timeout: 60_000 }, async ({ unmigrated }) => {
  const env = { DATABASE_URL: unmigrated.urls.ownerUrl };
  await smooth(['tenant', 'create', ...barber], env);
  const status = async () =>
    (await unmigrated.rows<{ status: string }>('SELECT status FROM public.tenants'))[0]!.status;
  expect(await smooth(['tenant', 'suspend', 'barber'], env)).toMatchObject({ code: 0 });
  expect(await status()).toBe('suspended');
  expect(await smooth(['tenant', 'resume', 'barber'], env)).toMatchObject({ code: 0 });
  expect(await status()).toBe('active');
  expect(await smooth(['tenant', 'suspend', 'nobody'], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('no business at the address nobody'),
  });
});

test(
  'a schema that failed is shown with its reason, and the code says so',
  { timeout: 60_000 },
  async ({ unmigrated }) => {
    const env = { DATABASE_URL: unmigrated.urls.ownerUrl };
    await smooth(['tenant', 'create', ...barber], env);
    await unmigrated.rows(
      "UPDATE public.tenant_schemas SET status = 'failed', error = 'disk full' WHERE mode = 'live'",
    );
    expect(await smooth(['status'], env)).toMatchObject({ code: 1, out: expect.stringMatching(/failed +disk full/) });
  },
);

test('a business goes from one database to another in a file', { timeout: 90_000 }, async ({ unmigrated, shared }) => {
  const folder = mkdtempSync(join(tmpdir(), 'smooth-move-'));
  const file = join(folder, 'barber.tar.gz');
  const from = { DATABASE_URL: unmigrated.urls.ownerUrl, SMOOTH_DATA: folder };
  const into = { DATABASE_URL: shared.urls.ownerUrl, SMOOTH_DATA: folder };
  try {
    await smooth(['tenant', 'create', ...barber], from);
    const exported = await smooth(['tenant', 'export', '--subdomain', 'barber', '--file', file], from);
    expect(exported).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/Exported \d+ of \d+ rows\n/) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const twice = await smooth(['tenant', 'export', '--subdomain', 'barber', '--file', file], from);
    expect(twice).toMatchObject({ code: 2, err: expect.stringContaining('already') });
    const nobody = await smooth(['tenant', 'export', '--subdomain', 'nobody', '--file', `${file}2`], from);
    expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('no business at the address nobody') });
    const imported = await smooth(['tenant', 'import', '--file', file, '--subdomain', 'figaro'], into);
    expect(imported).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('Barber is at the address figaro'),
    });
    expect((await smooth(['tenant', 'list'], into)).out).toMatch(/figaro +Barber +active/);
    const again = await smooth(['tenant', 'import', '--file', file, '--subdomain', 'figaro'], into);
    expect(again).toMatchObject({ code: 1, err: 'The address figaro is taken\n' });
    expect(await shared.rows('SELECT action FROM public.audit')).toEqual([{ action: 'TENANT_IMPORTED' }]);
    expect(await unmigrated.rows('SELECT action FROM public.audit')).toEqual([{ action: 'DATA_EXPORTED' }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a password comes from a pipe, and a weak one makes nothing', { timeout: 60_000 }, async ({ fresh }) => {
  const env = { DATABASE_URL: fresh.urls.ownerUrl };
  const create = ['tenant', 'create', ...barber, '--owner-email', 'o@x.example', '--owner-name', 'Odile'];
  expect(await smooth(create, env, 'short\n')).toMatchObject({
    code: 1,
    err: expect.stringContaining('10 characters'),
  });
  expect(await smooth(create, env)).toMatchObject({ code: 2, err: expect.stringContaining('SMOOTH_PASSWORD') });
  expect(await fresh.rows('SELECT FROM public.tenants')).toEqual([]);
  expect(await smooth(create, env, 'long enough\n')).toMatchObject({ code: 0 });
});

test.for([
  ['nonsense'],
  ['tenant', 'create', '--name', 'Barber'],
  ['tenant', 'create', '--colour', 'red'],
  ['tenant', 'suspend'],
  ['tenant', 'suspend', 'a', 'b'],
])('%j is answered with how it is used, and code 2', { timeout: 30_000 }, async (words) => {
  const told = await smooth(words, {});
  expect(told.code).toBe(2);
  expect(told.err.length).toBeGreaterThan(10);
  expect(told.err).not.toContain('    at ');
});

test('each command explains itself', { timeout: 60_000 }, async () => {
  expect(await smooth(['--help'], {})).toMatchObject({ code: 0, out: expect.stringContaining('superuser create') });
  const commands = [
    'superuser create',
    'tenant create',
    'tenant list',
    'tenant suspend',
    'tenant resume',
    'tenant export',
    'tenant import',
    'migrate',
    'status',
    'audit verify',
  ];
  const told = await Promise.all(commands.map((command) => smooth([...command.split(' '), '--help'], {})));
  for (const [index, { code, out }] of told.entries())
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringContaining(`npm run smooth -- ${commands[index]}`)]);
});

test('a configuration or database that is not right is one clear sentence', { timeout: 60_000 }, async () => {
  const wrong = await smooth(['status'], { DATABASE_URL: 'mysql://x' });
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('DATABASE_URL: use an address') });
  const away = await smooth(['status'], { DATABASE_URL: 'postgres://x:y@127.0.0.1:9/x' });
  expect(away).toMatchObject({ code: 1, err: expect.stringContaining('does not answer') });
  expect(away.err).not.toContain('    at ');
});

test('it works beside a running installation, and starts one that is not running', { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smooth-cli-'));
  const env = { SMOOTH_DATA: dataDir, SMOOTH_PASSWORD: 'a long password' };
  try {
    const create = (name: string) => ['superuser', 'create', '--email', `${name}@x.example`, '--name', name];
    expect(await smooth(create('ruth'), env)).toMatchObject({ code: 0, err: '' });
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const running = await startEmbedded({ dataDir, log });
    expect(await smooth(create('paul'), env)).toMatchObject({ code: 0, err: '' });
    expect(await smooth(create('ruth'), env)).toMatchObject({ code: 1, err: expect.stringContaining('already') });
    await running.stop();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
