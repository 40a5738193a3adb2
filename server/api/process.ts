import { systemClock } from '../core/clock.ts';
import { type Config, ConfigError, readConfig } from '../core/config.ts';
import type { Core } from '../core/core.ts';
import { openDatabase } from '../core/db/database.ts';
import { DatabaseUnfit, prepareDatabase } from '../core/db/prepare.ts';
import { openWaker, type Waker } from '../core/events/wake.ts';
import { installationKey } from '../core/key.ts';
import { makeLog } from '../core/log.ts';
import { DataDirInUse, DataDirOtherVersion, EmbeddedFailed } from '../core/postgres/errors.ts';
import { installationSecret } from '../tenancy/actions/secret.ts';
import { MigrationChanged } from '../tenancy/actions/migrate.ts';
import { migrateAll, type Urls } from '../tenancy/actions/prepare.ts';

export interface Running {
  core: Core;
  urls: Urls;
  /** Where writes of this process are heard of. */
  waker: Waker;
  /** What to stop at the end; the last one added is stopped first. */
  onStop(stop: () => Promise<unknown>): void;
  /** A line for whoever watches the start. */
  say(line: string): void;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * The life of a process: configuration, database, migrations, then `run`; ends in order on SIGTERM and Ctrl-C, and with
 * one clear sentence where it cannot begin.
 */
export async function startHere(run: (running: Running) => Promise<void>): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of stops.toReversed())
      await step().catch((error: unknown) => say(`While stopping: ${String(error)}`));
  };
  let stopping: Promise<void> | undefined;
  const end = () => {
    stopping ??= stop().then(() => process.exit(0));
  };
  // The channel to whoever started this process closes when that one is killed.
  for (const order of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect'] as const) process.on(order, end);
  try {
    const config = readConfig(process.env);
    const onStop = (step: () => Promise<unknown>) => void stops.push(step);
    await run({ ...(await ground(config, onStop)), onStop, say });
  } catch (error) {
    // Whoever stops a process that is still beginning takes its ground away; that is no mistake to tell.
    if (stopping) return stopping;
    await stop();
    say(beginning(error));
    process.exit(1);
  }
}

async function ground(config: Config, onStop: Running['onStop']): Promise<Omit<Running, 'onStop' | 'say'>> {
  const log = makeLog(config.logLevel);
  const prepared = await prepareDatabase(config, log);
  onStop(() => prepared.stop());
  await migrateAll(prepared, say);
  const database = openDatabase({ url: prepared.loginUrl, poolSize: config.poolSize, log });
  onStop(() => database.close());
  const secret = await installationSecret(prepared.ownerUrl);
  const waker = await openWaker({ url: prepared.loginUrl, log });
  onStop(() => waker.close());
  const key = installationKey(config);
  const core = { config, log, clock: systemClock, database, secret, key, wake: waker.wake };
  return { core, urls: prepared, waker };
}

const expected = [ConfigError, DatabaseUnfit, DataDirInUse, DataDirOtherVersion, EmbeddedFailed, MigrationChanged];

function beginning(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return `The port is in use: ${error.message}. Set PORT to another one.`;
  return expected.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}
