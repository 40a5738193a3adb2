import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const url = (schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

const isServer = (server: string): boolean => {
  const [, address = ''] = /^\[?([\da-fA-F:.]+?)\]?(?::\d{1,5})?$/.exec(server) ?? [];
  return isIP(address) !== 0 || isIP(server) !== 0;
};

const isPlace = (place: string): boolean => {
  const [, four = '', six = ''] = /^(?:([\d.]+)|\[([\da-fA-F:.]+)\]):\d{1,5}$/.exec(place) ?? [];
  return isIP(four || six) !== 0;
};

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number('a port, 0 to 65535').int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: url(['http', 'https']).optional(),
  SMOOTH_DATA: z.string().min(1).default('.data'),
  DATABASE_URL: url(['postgres', 'postgresql']).optional(),
  DATABASE_APP_URL: url(['postgres', 'postgresql']).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(10),
  SMTP_URL: url(['smtp', 'smtps']).optional(),
  MAIL_FROM: z.string().min(3).default('SmoothSchedule <bookings@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  LOG_FOLDER: z.string().min(1).optional(),
  SECRET_KEY: z.string('32 characters or more, from chance').min(32).optional(),
  DNS_SERVERS: z
    .string()
    .transform((text) => text.split(',').map((server) => server.trim()))
    .refine((servers) => servers.every(isServer), {
      error: 'addresses of DNS servers such as 9.9.9.9 or 127.0.0.1:5353',
    })
    .optional(),
  EGRESS_ALLOW: z
    .string()
    .transform((text) => text.split(',').map((place) => place.trim()))
    .refine((places) => places.every(isPlace), {
      error: 'addresses with their ports such as 127.0.0.1:8080 or [::1]:8080',
    })
    .optional(),
  RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  TRUST_PROXY: flag.default(false),
  SIGN_IN_ATTEMPTS: z.coerce.number().int().min(1).default(10),
  BOOKING_ATTEMPTS_PER_MINUTE: z.coerce.number().int().min(0).default(1200),
});

export interface Config {
  production: boolean;
  port: number;
  host: string;
  /** The public address of the installation; businesses answer at its sub-domains. */
  baseUrl: URL;
  dataDir: string;
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  poolSize: number;
  smtpUrl: string | undefined;
  mailFrom: string;
  logLevel: string;
  /** Where masquerade.log, security.log and the anchors of the audit are written. */
  logFolder: string;
  /** Seals what the database alone must not be able to make; absent: a file of the data directory. */
  secretKey: string | undefined;
  /** Who is asked about domains of businesses; absent: the servers of the machine. */
  dnsServers: string[] | undefined;
  /** Places that are not public and that businesses may still send to, as `address:port`; always empty in production. */
  egressAllow: string[];
  /** How long the data of a closed business is kept. */
  retentionDays: number;
  trustProxy: boolean;
  /** Wrong passwords per account and address within 15 minutes. */
  signInAttempts: number;
  /** Writes of one address on the booking page; 0 is no limit. */
  bookingAttemptsPerMinute: number;
}

export class ConfigError extends Error {}

/** Reads the environment once; every mistake is named with what is allowed. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${allowed(issue)}`);
    throw new ConfigError(`The configuration has mistakes:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  if (production && !env.BASE_URL) {
    throw new ConfigError(
      'The configuration has mistakes:\n  BASE_URL: set the public address, such as https://book.example',
    );
  }
  if (production && env.EGRESS_ALLOW) {
    throw new ConfigError(
      'The configuration has mistakes:\n  EGRESS_ALLOW: leave it out in production, where nothing is sent to what is not public',
    );
  }
  return {
    production,
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : 'localhost'),
    baseUrl: new URL(env.BASE_URL ?? `http://localhost:${env.PORT}`),
    dataDir: resolve(env.SMOOTH_DATA),
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
    poolSize: env.DATABASE_POOL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    logLevel: env.LOG_LEVEL,
    logFolder: resolve(env.LOG_FOLDER ?? (production ? 'logs' : join(env.SMOOTH_DATA, 'logs'))),
    secretKey: env.SECRET_KEY,
    dnsServers: env.DNS_SERVERS,
    egressAllow: env.EGRESS_ALLOW ?? [],
    retentionDays: env.RETENTION_DAYS,
    trustProxy: env.TRUST_PROXY,
    signInAttempts: env.SIGN_IN_ATTEMPTS,
    bookingAttemptsPerMinute: env.BOOKING_ATTEMPTS_PER_MINUTE,
  };
}

function allowed(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `use one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') return `use ${String(issue.minimum)} or more`;
  if (issue.code === 'too_big') return `use ${String(issue.maximum)} or less`;
  return `use ${issue.message.replace(/^Invalid input: expected /, 'a ')}`;
}
