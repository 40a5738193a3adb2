import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../../core/config.ts';
import { DatabaseUnfit } from '../../core/db/prepare.ts';
import { Refused } from '../../core/errors.ts';
import { DataDirInUse, DataDirOtherVersion, EmbeddedFailed } from '../../core/postgres/errors.ts';
import { MigrationChanged } from '../../tenancy/actions/migrate.ts';
import { createSuperuser } from './accounts.ts';
import { exportCommand, importCommand } from './archives.ts';
import { verify } from './audit.ts';
import { withDatabase } from './database.ts';
import { type Command, type Given, Misused } from './operator.ts';
import { migrate, status } from './schemas.ts';
import { createTenant, listTenants, resume, suspend } from './tenants.ts';

const commands: Command[] = [
  createSuperuser,
  createTenant,
  listTenants,
  suspend,
  resume,
  exportCommand,
  importCommand,
  migrate,
  status,
  verify,
];
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs one command from its words; answers the exit code: 0, 1 for a refusal, 2 for a wrong call. */
export const commandLine = (words: string[]): Promise<number> => run(words).catch(failed);

async function run(words: string[]): Promise<number> {
  const command = commands.find(({ usage }) => wordsOf(usage).every((word, index) => words[index] === word));
  if (!command) return overview(words);
  const rest = words.slice(wordsOf(command.usage).length);
  if (rest.includes('--help') || rest.includes('-h')) {
    say(helpFor(command));
    return 0;
  }
  const given = read(command, rest);
  const config = readConfig(process.env);
  return withDatabase(config, async (urls, owner) => (await command.run({ urls, owner, config, say }, given)) ?? 0);
}

const wordsOf = (usage: string) => usage.split(' ').filter((word) => !word.startsWith('<'));

function read({ usage, options, operands = [] }: Command, rest: string[]): Given {
  const { values, positionals } = parsed(options, rest, usage);
  const missing = Object.keys(options).filter((name) => options[name]!.required && !values[name]);
  const list = missing.map((name) => `--${name}`).join(', ');
  if (missing.length > 0) throw new Misused(`${usage} needs ${list}. Try: ${usage} --help`);
  if (positionals.length !== operands.length) throw new Misused(`Use it as: ${usage}`);
  return { ...values, ...Object.fromEntries(operands.map((name, index) => [name, positionals[index]])) };
}

function parsed(options: Command['options'], args: string[], usage: string) {
  const strings = Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options: strings, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misused(`${(error as Error).message.split('. ')[0]}. Try: ${usage} --help`);
  }
}

function overview(words: string[]): number {
  const isAsked = words.length === 0 || ['--help', '-h', 'help'].includes(words[0]!);
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const list = commands.map(({ usage, summary }) => `  ${usage.padEnd(width)}   ${summary}`).join('\n');
  const text = `Use it as: npm run smooth -- <command> [--help]\n\n${list}`;
  if (isAsked) say(text);
  else process.stderr.write(`There is no command "${words.join(' ')}".\n\n${text}\n`);
  return isAsked ? 0 : 2;
}

function helpFor({ usage, summary, options }: Command): string {
  const width = Math.max(0, ...Object.keys(options).map((name) => name.length));
  const lines = Object.entries(options).map(
    ([name, { about, required }]) => `  --${name.padEnd(width)}   ${about}${required ? ', needed' : ''}`,
  );
  return [`npm run smooth -- ${usage}`, '', summary, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
}

const expected = [
  ConfigError,
  DatabaseUnfit,
  DataDirInUse,
  DataDirOtherVersion,
  EmbeddedFailed,
  MigrationChanged,
  Refused,
  Misused,
];

function failed(error: unknown): number {
  const isExpected = expected.some((kind) => error instanceof kind);
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  return error instanceof Misused ? 2 : 1;
}
