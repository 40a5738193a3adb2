import { systemClock } from '../core/clock.ts';
import { type Config, ConfigError, readConfig } from '../core/config.ts';
import type { Core } from '../core/core.ts';
import { openDatabase } from '../core/db/database.ts';
import { DatabaseUnfit, prepareDatabase } from '../core/db/prepare.ts';
import { makeLog } from '../core/log.ts';
import { DataDirInUse, DataDirOtherVersion, EmbeddedFailed } from '../core/postgres/errors.ts';
import { migrateAll, type Urls } from '../tenancy/actions/prepare.ts';

export interface Running {
  core: Core;
  urls: Urls;
  /** What to stop at the end; the last one added is stopped first. */
  onStop(stop: () => Promise<unknown>): void;
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
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stopping ??= stop().then(() => process.exit(0));
    });
  }
  try {
    const config = readConfig(process.env);
    const { core, urls } = await ground(config, (step) => stops.push(step));
    await run({ core, urls, onStop: (step) => stops.push(step) });
  } catch (error) {
    await stop();
    say(beginning(error));
    process.exit(1);
  }
}

async function ground(
  config: Config,
  onStop: (stop: () => Promise<unknown>) => void,
): Promise<{ core: Core; urls: Urls }> {
  const log = makeLog(config.logLevel);
  const prepared = await prepareDatabase(config, log);
  onStop(() => prepared.stop());
  await migrateAll(prepared, say);
  const database = openDatabase({ url: prepared.loginUrl, poolSize: config.poolSize, log });
  onStop(() => database.close());
  return { core: { config, log, clock: systemClock, database, wake: () => undefined }, urls: prepared };
}

const expected = [ConfigError, DatabaseUnfit, DataDirInUse, DataDirOtherVersion, EmbeddedFailed];

function beginning(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return `The port is in use: ${error.message}. Set PORT to another one.`;
  return expected.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}
