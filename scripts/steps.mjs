import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, Stop } from './project.mjs';
import { environment } from './run.mjs';

const MINUTES = 5;
const running = new Set();
let abandoned = false;

/** Runs quiet steps side by side and the others one by one; a failure does not keep the rest from running. */
export async function runSteps(steps, node) {
  const folder = mkdtempSync(join(tmpdir(), 'smooth-test-'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => abandon(signal));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const run = (step) => runStep(step, { node, folder });
  const quiet = await sideBySide(steps.filter((step) => step.quiet).map((step) => () => run(step)));
  const loud = [];
  for (const step of steps.filter((step) => !step.quiet)) loud.push(await run(step));
  return [...quiet, ...loud];
}

async function sideBySide(tasks) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < tasks.length) {
      const mine = next++;
      results[mine] = await tasks[mine]();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker));
  return results;
}

async function runStep(step, { node, folder }) {
  const began = Date.now();
  if (!step.quiet) console.log(`\n── ${step.name}`);
  const report = join(folder, `${step.name}.json`);
  const { ok, output } = step.act ? await act(step, node) : await execute(step, { node, report });
  const seconds = (Date.now() - began) / 1000;
  if (step.quiet) console.log(`${ok ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (!ok && output) console.log(output);
  const counted = ok || existsSync(report) ? step.count?.(report) : undefined;
  const { passed = ok ? 1 : 0, failed = 0, skipped = 0 } = counted ?? {};
  // A tool may fail beside its tests, by a file that does not load for one.
  return {
    step: step.name,
    result: ok ? 'passed' : 'FAILED',
    seconds,
    passed,
    failed: ok ? failed : failed || 1,
    skipped,
  };
}

async function act(step, node) {
  try {
    await step.act(node);
    return { ok: true };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { ok: false, output: error.message };
  }
}

function execute(step, { node, report }) {
  if (abandoned) return new Promise(() => {});
  const { program, args, env } = step.run(node, report);
  const stdio = step.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  // A group of its own, so that a step that hangs or is abandoned ends with everything it started.
  const child = spawn(program, args, { cwd: root, env: environment(node, env), stdio, detached: true });
  running.add(child);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
  const minutes = step.minutes ?? MINUTES;
  const limit = setTimeout(
    () => {
      output.push(Buffer.from(`\n${step.name} was ended after ${minutes} minutes.`));
      // Asked first, so that it can end its database too.
      endGroup(child, 'SIGTERM');
      setTimeout(() => endGroup(child, 'SIGKILL'), 20_000).unref();
    },
    minutes * (process.env.LONG ? 20 : 1) * 60_000,
  );
  return new Promise((resolve) => {
    const end = (ok) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ ok, output: Buffer.concat(output).toString().trim() });
    };
    child.once('error', (error) => {
      output.push(Buffer.from(String(error)));
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}

/** Nothing new begins, what runs is asked to end, and what does not listen is ended. */
function abandon(signal) {
  console.log(`\nStopped by ${signal}`);
  abandoned = true;
  for (const child of running) endGroup(child, 'SIGTERM');
  const patience = Date.now() + 5_000;
  setInterval(() => {
    if (running.size > 0 && Date.now() < patience) return;
    for (const child of running) endGroup(child, 'SIGKILL');
    process.exit(1);
  }, 50);
}

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended by itself.
  }
}
