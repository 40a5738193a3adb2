import { resolve } from 'node:path';
import { checkCycles } from './structure/cycles.ts';
import { checkDirections } from './structure/directions.ts';
import { checkNames } from './structure/names.ts';
import { readSources } from './structure/sources.ts';
import { checkTexts } from './structure/texts.ts';

const root = resolve(process.argv[2] ?? `${import.meta.dirname}/..`);
const sources = readSources(root);
const found = [checkDirections, checkNames, checkCycles, checkTexts].flatMap((check) => check(sources));

for (const { path, line, wrong, mend } of found) console.log(`${path}:${line}  ${wrong}. ${mend}`);
console.log(`${sources.length} files, ${found.length} violations`);
process.exitCode = found.length > 0 ? 1 : 0;
