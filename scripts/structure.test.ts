import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'smooth-structure-'));
const script = fileURLToPath(new URL('./structure.ts', import.meta.url));

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What the check says about a repository of just these files. */
function check(files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return spawnSync(process.execPath, [script, root], { encoding: 'utf8' }).stdout;
}

const NONE = /\b0 violations\n$/;

test('A house in order has nothing to say.', () => {
  const said = check({
    'engine/zone.ts': "import { Temporal } from 'temporal-polyfill';\nexport type Zone = Temporal.Duration;\n",
    'contract/booking.ts': "export type { Zone } from '@smooth/engine/zone.ts';\n",
    'server/core/db.ts': 'export const db = 1;\n',
    'server/scheduling/actions/book.ts': "import { db } from '../../core/db.ts';\nexport const book = db;\n",
    'server/scheduling/book.test.ts': "import '../testing/cast.ts';\nimport '../booking/routes.ts';\n",
    'server/booking/routes.ts': "import { book } from '../scheduling/actions/book.ts';\nexport const routes = book;\n",
    'server/testing/cast.ts': "import '../scheduling/actions/book.ts';\n",
    'server/bin/api.ts': "import '../booking/routes.ts';\nimport '../testing/cast.ts';\n",
    'web/app/client.ts': 'export const get = (path: string) => fetch(path);\n',
    'web/app/page.tsx': "import './page.css';\nimport logo from './logo.svg?url';\nexport { logo };\n",
  });
  expect(said).toMatch(NONE);
});

const IMPORTS: [string, string, string][] = [
  ['the web from the server', 'web/app/a.ts', '../../server/core/db.ts'],
  ['the web from the server, by its package name', 'web/app/a.ts', '@smooth/server/core/db.ts'],
  ['the contract from the server', 'contract/a.ts', '../server/core/db.ts'],
  ['the engine from the contract', 'engine/a.ts', '@smooth/contract/b.ts'],
  ['the engine from the system', 'engine/a.ts', 'node:fs'],
  ['the server from the web', 'server/core/a.ts', '../../web/app/b.ts'],
  ['core from a slice', 'server/core/a.ts', '../tenancy/queries.ts'],
  ['an inner slice from an outer one', 'server/customers/rules.ts', '../scheduling/rules.ts'],
  ['scheduling from booking', 'server/scheduling/rules.ts', '../booking/rules.ts'],
  ['an outer slice from one beside it', 'server/booking/rules.ts', '../messages/rules.ts'],
  ['a slice from testing', 'server/booking/rules.ts', '../testing/cast.ts'],
  ['worlds from testing', 'server/worlds/salon.ts', '../testing/cast.ts'],
  ['a slice from bin', 'server/booking/rules.ts', '../bin/api.ts'],
];

test.each(IMPORTS)('An import into %s is found.', (_name, path, wanted) => {
  expect(check({ [path]: `export const a = 1;\nimport '${wanted}';\n` })).toContain(`${path}:2  `);
});

test('An import over several lines, a type import and a lazy one count as well.', () => {
  const wanted = '../../server/core/db.ts';
  const said = check({
    'web/app/a.ts': `import {\n  a,\n  b,\n} from '${wanted}';\nimport type { C } from '${wanted}';\nvoid import('${wanted}');\n`,
  });
  for (const line of [4, 5, 6]) expect(said).toContain(`web/app/a.ts:${line}  web imports server/core/db.ts`);
});

test('An import in a comment does not count.', () => {
  expect(check({ 'engine/a.ts': "// import 'node:fs'\n/**\n * import('node:fs')\n */\n" })).toMatch(NONE);
});

test.each([
  ['a file outside the vocabulary', 'server/booking/manager.ts', 'manager.ts is not in'],
  ['a folder outside the vocabulary', 'server/booking/things/a.ts', 'things is not in'],
  ['a folder below a verb', 'server/booking/actions/deep/a.ts', 'actions is not in'],
  ['an unknown slice', 'server/misc/routes.ts', 'server/misc is no slice'],
  ['a barrel', 'web/ui/index.ts', 'an index file hides'],
  ['a folder that says nothing', 'web/utils/date.ts', 'a folder named utils'],
])('%s is found.', (_name, path, wrong) => {
  expect(check({ [path]: 'export const a = 1;\n' })).toContain(`${path}:1  ${wrong}`);
});

test('The one way out sends, tests and starts ask.', () => {
  const said = check({
    'server/core/egress/send.ts': "import https from 'node:https';\nhttps.request('https://example.com');\n",
    'server/testing/running.ts': "void fetch('http://127.0.0.1');\n",
    'server/api/a.test.ts': "void fetch('http://127.0.0.1');\n",
  });
  expect(said).toMatch(NONE);
});

test('A long file is found; a long test and a long locale are not.', () => {
  const long = 'export {};\n'.repeat(301);
  const said = check({ 'web/app/a.ts': long, 'web/app/a.test.ts': long, 'web/app/locales/de.ts': long });
  expect(said).toContain('web/app/a.ts:301  301 lines');
  expect(said).toContain(' 1 violations');
});

test('A circle is found once, with its way.', () => {
  const said = check({
    'web/app/a.ts': "import './b.ts';\n",
    'web/app/b.ts': "\nimport './c.ts';\n",
    'web/app/c.ts': "import './a.ts';\n",
  });
  expect(said).toContain('web/app/c.ts:1  circle: web/app/a.ts → web/app/b.ts → web/app/c.ts → web/app/a.ts');
  expect(said).toContain(' 1 violations');
});

test.each([
  ['an import without extension', 'web/app/a.ts', "import './b';"],
  ['an import of .js', 'web/app/a.ts', "import './b.js';"],
  ['fetch outside the client', 'web/booking/a.ts', "void fetch('/api');"],
  ['a request of the server', 'server/webhooks/actions/a.ts', "await fetch('https://example.com');"],
  ['a client of the server', 'server/plugins/rules.ts', "import { request } from 'node:https';"],
  ['another client of the server', 'server/core/http/a.ts', "import { request } from 'undici';"],
  ['a tagged query in a route', 'server/booking/routes.ts', 'const rows = sql`SELECT 1`;'],
  ['a query text in a route', 'server/booking/routes/book.ts', "const text = 'SELECT 1';"],
  ['the clock in the engine', 'engine/a.ts', 'export const now = Date.now();'],
])('%s is found.', (_name, path, text) => {
  expect(check({ [path]: `\n${text}\n` })).toContain(`${path}:2  `);
});
