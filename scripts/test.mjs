import './node-version.mjs';
import { install } from './install.mjs';
import { findNode } from './node24.mjs';
import { runMain, Stop } from './project.mjs';
import { runSteps } from './steps.mjs';
import { steps } from './test-steps.mjs';

const HELP = `The one check: npm test [-- options]
  --only a,b   only these steps
  --from a     this step and those after it
  --long       the long proofs (LONG=1 vitest run)
Steps: ${steps.map((step) => step.name).join(', ')}`;

await runMain(async () => {
  const chosen = choose(process.argv.slice(2));
  await install();
  const results = await runSteps(chosen, findNode());
  return report(results);
});

function choose(args) {
  if (args.includes('--help')) throw new Stop(HELP);
  if (args.includes('--long')) {
    process.env.LONG = '1';
    return named('tests');
  }
  const [option, value] = args;
  if (option === undefined) return steps;
  if (option === '--only' && value) return named(...value.split(','));
  if (option === '--from' && value) return steps.slice(steps.indexOf(named(value).at(-1)));
  throw new Stop(HELP);
}

function named(...names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown) throw new Stop(`There is no step "${unknown}".\n${HELP}`);
  // The journeys see the pages that were built last.
  const before = steps.filter((step) => names.includes(step.name)).map((step) => step.after);
  return steps.filter((step) => names.includes(step.name) || before.includes(step.name));
}

/** The last line counts tests, and each check without tests of its own as one. */
function report(results) {
  console.log('\nStep             result       seconds');
  for (const { step, result, seconds, skipped } of results) {
    const note = skipped ? `  ${skipped} skipped` : '';
    console.log(`${step.padEnd(16)} ${result.padEnd(12)} ${seconds.toFixed(1).padStart(7)}${note}`);
  }
  const broken = results.filter(({ failed }) => failed > 0).map(({ step }) => step);
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}. One alone: npm test -- --only ${broken[0]}`);
  const sum = (what) => results.reduce((total, result) => total + result[what], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return broken.length > 0 ? 1 : 0;
}
