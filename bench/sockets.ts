import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { endChild } from './ground.ts';

export interface Listening {
  port: number;
  host: string;
  path: string;
  count: number;
  /** The sessions that share the sockets. */
  cookies: string[];
}

/** When each message came, at each socket that got it: milliseconds of the clock on the wall. */
export type Arrivals = { id: string; times: Float64Array }[];

export interface Sockets {
  /** Ends them all. */
  report(): Promise<Arrivals>;
  end(): Promise<void>;
}

/** Opens sockets in a process of their own; answers when all of them listen. */
export async function openSockets(listening: Listening): Promise<Sockets> {
  const child = fork(join(import.meta.dirname, 'socket-client.ts'), { serialization: 'advanced' });
  const asked = <T>(order: Listening | 'report') => answerTo<T>(child, order);
  try {
    await asked<'open'>(listening);
  } catch (error) {
    await endChild(child);
    throw error;
  }
  return { report: () => asked<Arrivals>('report'), end: () => endChild(child) };
}

export interface BareSockets {
  port: number;
  /** Sends bytes to everybody; answers when it began. */
  broadcast(text: string): Promise<number>;
  end(): Promise<void>;
}

/** The floor: a server that does nothing but send to all. */
export async function serveBareSockets(): Promise<BareSockets> {
  const child = fork(join(import.meta.dirname, 'bare-sockets.ts'));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(message as number));
    child.once('exit', (code, signal) => reject(new Error(`The bare server ended early (${signal ?? code})`)));
  });
  return { port, broadcast: (text) => answerTo<number>(child, text), end: () => endChild(child) };
}

function answerTo<T>(child: ChildProcess, order: Listening | string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) =>
      reject(new Error(`A process of the sockets ended early (${signal ?? code})`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as T);
    });
    child.send(order);
  });
}
