import { commandLine } from './smooth/command-line.ts';

/** The operator's command line: `npm run smooth -- <command>`. */
process.exitCode = await commandLine(process.argv.slice(2));
