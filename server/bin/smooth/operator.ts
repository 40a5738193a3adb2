import type pg from 'pg';
import type { Config } from '../../core/config.ts';
import type { Urls } from '../../tenancy/actions/prepare.ts';

/** What a command of the operator works with. */
export interface Operator {
  urls: Urls;
  config: Config;
  /** The owner of the database: past every tenant's role. */
  owner: pg.ClientBase;
  say(line: string): void;
}

/** One command: what it is called, what it takes, what it does. The exit code is 0 unless it answers another. */
export interface Command {
  /** Its words, and what follows them without a dash, such as `tenant suspend <subdomain>`. */
  usage: string;
  summary: string;
  options: Record<string, CommandOption>;
  /** Names of the words that follow. */
  operands?: readonly string[];
  run(operator: Operator, given: Given): Promise<number | void>;
}

export interface CommandOption {
  about: string;
  required?: boolean;
}

export type Given = Readonly<Record<string, string | undefined>>;

/** A mistake in how a command was called. */
export class Misused extends Error {}
