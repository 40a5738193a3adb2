import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApi } from '../api/app.ts';
import { systemClock } from '../core/clock.ts';
import { readConfig } from '../core/config.ts';
import { openDatabase } from '../core/db/database.ts';
import { makeLog } from '../core/log.ts';
import { clientApi } from './client/print.ts';

const file = join(import.meta.dirname, '../../client/src/api.ts');

/** Writes what the client knows of the API; `--check` fails where the routes say something else. No database is asked. */
const config = readConfig({ DATABASE_URL: 'postgres://nobody@localhost/nothing' });
const log = makeLog('silent');
const database = openDatabase({ url: config.databaseUrl!, poolSize: 2, log });
const unused = Buffer.alloc(32);
const { app, routes } = await buildApi({
  config,
  log,
  clock: systemClock,
  database,
  secret: '',
  key: unused,
  wake: () => undefined,
});
const text = clientApi(routes);
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stdout.write(
    'client/src/api.ts is not what the contract says. Write it anew with: node server/bin/client.ts\n',
  );
  process.exitCode = 1;
}
await app.close();
await database.close();
