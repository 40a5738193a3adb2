import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { inProject, root } from './project.mjs';

/** The environment of every tool we start: the project's own programs and Node 24 come first. */
export function environment(node, extra = {}) {
  const path = [inProject('node_modules/.bin'), dirname(node), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/** Runs a program to its end and collects what it said; prints a line now and then while it takes long. */
export function runQuietly(program, args, { cwd = root, env = process.env, waiting } = {}) {
  const began = Date.now();
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const say = () => console.error(`  ${waiting} (${Math.round((Date.now() - began) / 1000)} s)`);
  const timer = waiting && setInterval(say, 5_000);
  return new Promise((resolve) => {
    const end = (code) => {
      clearInterval(timer);
      resolve({ code, output: Buffer.concat(output).toString(), seconds: (Date.now() - began) / 1000 });
    };
    child.once('error', (error) => {
      output.push(Buffer.from(String(error)));
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Becomes a tool as far as anybody can tell: same terminal, same exit code. */
export function become(program, args, { cwd = root, env = process.env } = {}) {
  const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
  // The terminal's Ctrl-C reaches the child as well; it decides what that means.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return ended(child);
}

/** Runs a server until it ends or is told to; it never outlives us. */
export async function serve(program, args, { cwd = root, env = process.env } = {}) {
  // A group of its own: Ctrl-C reaches it once, from us, and not a second time from the terminal.
  // The channel tells it when we are killed without a chance to pass that on.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(program, args, { cwd, env, stdio, detached: true });
  const stopPassing = passSignals(child);
  const code = await ended(child);
  stopPassing();
  return code;
}

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

const SECOND_SIGNAL_MS = 1_000;
const LAST_RESORT_MS = 30_000;

function passSignals(child) {
  let last = 0;
  let lastResort;
  const pass = (signal) => {
    // npm and the terminal may both send the same Ctrl-C; a later one is meant.
    if (Date.now() - last < SECOND_SIGNAL_MS) return;
    last = Date.now();
    child.kill(signal);
    lastResort ??= setTimeout(() => child.kill('SIGKILL'), LAST_RESORT_MS);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  const watch = watchParent(() => pass('SIGTERM'));
  return () => {
    clearTimeout(lastResort);
    clearInterval(watch);
  };
}

/** Started by npm, our parent is npm or its shell: when that is killed, nobody would pass Ctrl-C on to us. */
function watchParent(onGone) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => process.ppid !== parent && onGone(), 1_000);
}
