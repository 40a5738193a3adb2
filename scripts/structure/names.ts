import { SLICES } from './directions.ts';
import { sliceOf, type Source, type Violation } from './sources.ts';

const WORDS = ['routes', 'policy', 'rules', 'actions', 'queries', 'events', 'reactions', 'jobs', 'present'];
const EMPTY_WORDS = /(^|\/)(utils?|libs?|common|helpers?)\//;
const MOST_LINES = 300;
/** Written by a program from the contract. */
const GENERATED = 'client/src/api.ts';

export function checkNames(sources: Source[]): Violation[] {
  return sources.flatMap((source) => [...folders(source), ...barrels(source), ...vocabulary(source), ...size(source)]);
}

function folders({ path }: Source): Violation[] {
  const word = EMPTY_WORDS.exec(path)?.[2];
  if (!word) return [];
  return [{ path, line: 1, wrong: `a folder named ${word} says nothing`, mend: 'Name it after what it is about.' }];
}

function barrels({ path }: Source): Violation[] {
  if (!/(^|\/)index\.(ts|tsx|mjs)$/.test(path)) return [];
  return [{ path, line: 1, wrong: 'an index file hides where things live', mend: 'Import from the file itself.' }];
}

function vocabulary({ path, isTest }: Source): Violation[] {
  const slice = sliceOf(path);
  if (!slice || !SLICES.includes(slice) || isTest) return [];
  const [first = '', ...below] = path.split('/').slice(2);
  if (below.length <= 1 && WORDS.includes(below.length === 1 ? first : first.replace(/\.ts$/, ''))) return [];
  const mend = `A slice has ${WORDS.join(', ')} (as a file, or as a folder with one verb per file).`;
  return [{ path, line: 1, wrong: `${first} is not in a slice's vocabulary`, mend }];
}

function size({ path, lines, isTest }: Source): Violation[] {
  if (isTest || path === GENERATED || /(^|\/)locales?\//.test(path) || lines.length <= MOST_LINES) return [];
  const mend = `At most ${MOST_LINES}: make it a folder of the same name, one verb per file.`;
  return [{ path, line: MOST_LINES + 1, wrong: `${lines.length} lines`, mend }];
}
