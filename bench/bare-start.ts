/** The floor of a start: Node.js and the embedded database, nothing else. */
import { makeLog } from '../server/core/log.ts';
import { startEmbedded } from '../server/core/postgres/embedded.ts';

const embedded = await startEmbedded({ dataDir: process.argv[2]!, log: makeLog('error') });
process.stdout.write('ready\n');
process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
