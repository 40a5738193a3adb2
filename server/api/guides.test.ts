import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addDays } from '@smooth/engine/date.ts';
import { openNameServer } from '../testing/name-server.ts';
import { tokenIn } from '../testing/tokens.ts';
import { newSecret, secretText, signedHeaders } from '../webhooks/rules/signature.ts';
import { expect, test as plain } from '../testing/test.ts';

/*
 * The examples of the guides, run as they stand, against a server: curl, TypeScript with the client as it is published,
 * and Python.
 */
const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/api');
const run = promisify(execFile);

interface Example {
  name: string;
  language: string;
  /** What stands behind the language: `fails` for one that shows a refusal, `setup` for what everybody does once. */
  kind: string;
  text: string;
}

const examples: Example[] = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/^```(bash|ts|python)( \w+)?\n(.*?)^```$/gms)].map(
    ([, language, kind = '', text], index) => ({
      name: `${file} ${index + 1}`,
      language: language!,
      kind: kind.trim(),
      text: text!,
    }),
  ),
);

type Environment = Record<string, string>;

const test = plain
  // oxlint-disable-next-line no-empty-pattern
  .extend('place', { scope: 'file' }, async ({}, { onCleanup }) => {
    // Within the project, so that the client and the library of webhooks are found by their names.
    mkdirSync(join(root, 'test-results'), { recursive: true });
    const place = mkdtempSync(join(root, 'test-results/guides-'));
    onCleanup(() => rmSync(place, { recursive: true }));
    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'client')]);
    return place;
  })
  .extend('environment', { scope: 'file' }, async ({ house, salonTest }, { onCleanup }): Promise<Environment> => {
    house.clock.set(Date.now());
    const names = await openNameServer();
    names.addresses.set('example.com', () => ['93.184.215.14']);
    onCleanup(() => names.close());
    house.core.config.dnsServers = [names.address];
    await house.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = house.app.server.address() as AddressInfo;
    const today = new Date().toISOString().slice(0, 10);
    return {
      SMOOTH_URL: `http://127.0.0.1:${port}`,
      SMOOTH_TOKEN: (await tokenIn(salonTest)).secret,
      SMOOTH_READ_TOKEN: (await tokenIn(salonTest, { scopes: ['closures:read'] })).secret,
      SERVICE_ID: salonTest.services.haircut,
      FROM: addDays(today, 2),
      TO: addDays(today, 9),
      ...webhookSent(),
    };
  });

const programs: Record<string, { file: string; command: string[] }> = {
  bash: { file: 'example.sh', command: ['bash', '-eu'] },
  ts: { file: 'example.ts', command: [process.execPath] },
  python: { file: 'example.py', command: ['python3'] },
};

test.for(examples.filter(({ kind }) => kind !== 'setup').map((example) => [example.name, example] as const))(
  'the example %s does what it says',
  { timeout: 60_000 },
  async ([, { language, kind, text }], { place, environment, house }) => {
    house.clock.set(Date.now());
    const { file, command } = programs[language]!;
    writeFileSync(join(place, file), text);
    const [program = '', ...args] = command;
    const env = { PATH: process.env['PATH'], ...environment };
    const done = await run(program, [...args, join(place, file)], { env }).then(
      ({ stdout }) => ({ failed: false, said: stdout }),
      (error: { stdout: string; stderr: string }) => ({ failed: true, said: error.stdout + error.stderr }),
    );
    expect(done.failed, done.said).toBe(kind === 'fails');
    expect(done.said.length).toBeGreaterThan(0);
  },
);

test('the guides have examples in all three languages', () => {
  const of = (language: string) => examples.filter((example) => example.language === language).length;
  expect([of('bash') > 8, of('ts') > 5, of('python') > 3]).toEqual([true, true, true]);
});

/** A delivery as the sender of webhooks makes it. */
function webhookSent(): Environment {
  const secret = newSecret();
  const body = JSON.stringify({ id: randomUUID(), type: 'appointment.booked', data: {} });
  const headers = signedHeaders({ id: randomUUID(), now: Date.now(), body, secrets: [secret] });
  return {
    WEBHOOK_SECRET: secretText(secret),
    WEBHOOK_BODY: body,
    WEBHOOK_ID: headers['webhook-id']!,
    WEBHOOK_TIMESTAMP: headers['webhook-timestamp']!,
    WEBHOOK_SIGNATURE: headers['webhook-signature']!,
  };
}
