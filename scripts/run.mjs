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

function ended(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}
