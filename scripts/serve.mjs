import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './project.mjs';

const SECOND_SIGNAL_MS = 1_000;
const LAST_RESORT_MS = 30_000;
const SETTLED_MS = 10_000;
const LONGEST_PAUSE_MS = 5_000;

/** Runs a server until it ends or is told to, and starts it again when it was killed. It never outlives us. */
export async function serve(program, args) {
  const orders = takeOrders();
  for (let pause = 100; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const began = Date.now();
    // A group of its own: Ctrl-C reaches it once, from us, and not a second time from the terminal.
    // The channel tells it when we are killed without a chance to pass that on.
    const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
    orders.child = spawn(program, args, { cwd: root, stdio, detached: true });
    const { code, signal } = await ended(orders.child);
    const settled = Date.now() - began > SETTLED_MS;
    const killed = signal !== null || (code !== 0 && settled);
    if (!killed || orders.given) return orders.end(code ?? 0);
    if (settled) pause = 100;
    console.error(`SmoothSchedule ended unexpectedly (${signal ?? `code ${code}`}); starting it again`);
    await sleep(pause);
    if (orders.given) return orders.end(0);
  }
}

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(String(error));
      resolve({ code: 1, signal: null });
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

function takeOrders() {
  const orders = { child: undefined, given: false, end: (code) => code };
  let last = 0;
  let lastResort;
  const pass = (signal) => {
    // npm and the terminal may both send the same Ctrl-C; a later one is meant.
    if (Date.now() - last < SECOND_SIGNAL_MS) return;
    last = Date.now();
    orders.given = true;
    orders.child?.kill(signal);
    lastResort ??= setTimeout(() => orders.child?.kill('SIGKILL'), LAST_RESORT_MS);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  const watch = watchParent(() => pass('SIGTERM'));
  orders.end = (code) => {
    clearTimeout(lastResort);
    clearInterval(watch);
    return code;
  };
  return orders;
}

/** Started by npm, our parent is npm or its shell: when that is killed, nobody would pass Ctrl-C on to us. */
function watchParent(onGone) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => process.ppid !== parent && onGone(), 1_000);
}
