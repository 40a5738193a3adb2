import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { Client } from 'pg';

export const DATABASE = 'smooth';

/** The owner's address of a cluster on this machine. */
export function addressOf(password: string, port: number, database = DATABASE): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** Resolves once our password opens our database, which is made when it is not there yet. */
export async function openDatabase(password: string, port: number): Promise<void> {
  try {
    await ask(addressOf(password, port), 'SELECT 1');
  } catch (error) {
    if (codeOf(error) !== '3D000') throw error;
    await ask(addressOf(password, port, 'postgres'), `CREATE DATABASE ${DATABASE}`);
  }
}

/** Starting up, recovering or shutting down: neither healthy nor broken. */
export function isInBetween(error: unknown): boolean {
  return codeOf(error) === '57P03';
}

/** Below the range from which systems take the ports of outgoing connections, so that it is free next time too. */
export async function freePort(wanted?: number): Promise<number> {
  let port = wanted ?? randomInt(20_000, 32_000);
  while (!(await isFree(port))) port = randomInt(20_000, 32_000);
  return port;
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function ask(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => {});
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
