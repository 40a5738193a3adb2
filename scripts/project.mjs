import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const inProject = (...parts) => join(root, ...parts);

/** A mistake that the person at the keyboard can mend: its text is enough, its stack is noise. */
export class Stop extends Error {}

/** Runs a script's main function and turns what it returns into the exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
