import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Work for the client: whole requests as they go over the wire. */
export interface Load {
  port: number;
  connections: number;
  /** The client stops asking after this time, or earlier when each request is to be sent `once`. */
  seconds: number;
  requests: string[];
  once?: boolean;
}

/** Milliseconds from sending to the last byte of the answer. */
export interface Timing {
  count: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

export interface LoadFigures extends Timing {
  statuses: Record<string, number>;
  by: Record<string, Timing>;
}

/** Puts load on a server from a process of its own. */
export async function load(work: Load): Promise<LoadFigures> {
  const client = fork(join(import.meta.dirname, 'client.ts'), { serialization: 'advanced' });
  const limit = setTimeout(() => client.kill('SIGKILL'), (work.seconds + 60) * 1000);
  try {
    return await new Promise((resolve, reject) => {
      client.once('message', (figures) => resolve(figures as LoadFigures));
      client.once('error', reject);
      client.once('exit', (code, signal) => reject(new Error(`The load client ended early (${signal ?? code})`)));
      client.send(work);
    });
  } finally {
    clearTimeout(limit);
  }
}

export const get = (host: string, path: string): string => `GET ${path} HTTP/1.1\r\nhost: ${host}\r\n\r\n`;

export function post(host: string, path: string, body: unknown, headers: Record<string, string> = {}): string {
  const text = JSON.stringify(body);
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(text);
  return `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n${more.join('')}content-length: ${length}\r\n\r\n${text}`;
}

/** Stops the run where answers came that were not asked for: their speed says nothing. */
export function demandOnly(figures: LoadFigures, ...allowed: number[]): LoadFigures {
  const strange = Object.keys(figures.statuses).filter((status) => !allowed.includes(Number(status)));
  if (strange.length > 0) throw new Error(`Unexpected answers: ${JSON.stringify(figures.statuses)}`);
  return figures;
}

/** The same list in another order, always the same one. */
export function shuffled<T>(list: readonly T[], seed = 7): T[] {
  const mixed = [...list];
  let state = seed;
  for (let last = mixed.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
