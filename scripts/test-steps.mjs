import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { buildWeb } from './web-build.mjs';

/**
 * Every step of the check. The minutes are far more than a step needs: they end one that hangs. Quiet ones run side by
 * side and speak when they fail, the others run alone, show what they do and count their own tests.
 */
export const steps = [
  { name: 'format', quiet: true, run: bin('oxfmt', '--check', '.') },
  { name: 'lint', quiet: true, run: bin('oxlint', '--type-aware', '--deny-warnings', '.') },
  { name: 'types', quiet: true, run: bin('tsc', '-p', 'tsconfig.json') },
  {
    name: 'web-types',
    quiet: true,
    run: bin('tsc', '-p', 'web/tsconfig.json', '--noEmit'),
  },
  { name: 'structure', quiet: true, run: program('scripts/structure.ts') },
  { name: 'web', quiet: true, act: buildWeb },
  { name: 'schema', quiet: true, run: program('server/bin/schema.ts', '--check') },
  { name: 'tests', minutes: 12, run: vitest, count: vitestCounts },
  {
    name: 'journeys',
    after: 'web',
    minutes: 12,
    run: playwright,
    count: playwrightCounts,
  },
];

function bin(name, ...args) {
  return () => ({ program: inProject('node_modules/.bin', name), args });
}

function program(file, ...args) {
  return (node) => ({ program: node, args: [inProject(file), ...args] });
}

function vitest(_node, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { program: inProject('node_modules/.bin/vitest'), args: ['run', ...reporters] };
}

function playwright(_node, report) {
  return {
    program: inProject('node_modules/.bin/playwright'),
    args: ['test', '--config', inProject('e2e/playwright.config.ts'), '--reporter=line,json', '--pass-with-no-tests'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  };
}

function vitestCounts(report) {
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = readReport(report);
  return { passed, failed, skipped };
}

function playwrightCounts(report) {
  const { expected, flaky, unexpected, skipped } = readReport(report).stats ?? {};
  return { passed: (expected ?? 0) + (flaky ?? 0), failed: unexpected ?? 0, skipped };
}

function readReport(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
}
