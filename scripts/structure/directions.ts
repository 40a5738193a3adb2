import { packageOf, sliceOf, type Import, type Source, type Violation } from './sources.ts';

/** Which package may import which. What is not listed here (e2e, bench, scripts) stands outside and may import all. */
const PACKAGES: Record<string, string[]> = {
  engine: ['engine'],
  contract: ['contract', 'engine'],
  client: ['client'],
  server: ['server', 'contract', 'engine'],
  // Texts that are read there and here.
  web: ['web', 'contract', 'engine', 'docs'],
};

const OUTER = [
  'archive',
  'booking',
  'platform',
  'sandbox',
  'tokens',
  'webhooks',
  'tickets',
  'notifications',
  'plugins',
  'billing',
  'messages',
];

/** Technical ground without domain; the types of the tables belong to it. */
const GROUND = ['core', 'schema'];

/** From the outside in: a slice imports those after it, never those before it or beside it. */
const ORDER = [OUTER, ['scheduling'], ['customers'], ['identity'], ['audit'], ['tenancy'], GROUND];

/** Folders that put things together and may import every slice. */
const ASSEMBLY = ['api', 'bin', 'worlds', 'testing'];

export const SLICES = ORDER.slice(0, -1).flat();

export function checkDirections(sources: Source[]): Violation[] {
  return sources.flatMap((source) => [
    ...unknownFolder(source),
    ...source.imports.flatMap((found) => refuse(source, found) ?? []),
  ]);
}

function unknownFolder({ path }: Source): Violation[] {
  const slice = sliceOf(path);
  if (slice === undefined || rank(slice) >= 0 || ASSEMBLY.includes(slice)) return [];
  const mend = 'Move the file to a slice, or give the new slice its place in scripts/structure/directions.ts.';
  return [{ path, line: 1, wrong: `server/${slice} is no slice`, mend }];
}

function refuse(source: Source, { line, wanted, target }: Import): Violation | undefined {
  const at = { path: source.path, line };
  const from = packageOf(source.path);
  if (target === undefined) {
    if (from !== 'engine' || source.isTest || !wanted.startsWith('node:')) return undefined;
    return { ...at, wrong: `engine imports ${wanted}`, mend: 'The engine is pure: pass the value in.' };
  }
  // The client is tried against the server.
  const allowed = source.isTest && from === 'server' ? [...PACKAGES[from]!, 'client'] : PACKAGES[from];
  if (allowed && !allowed.includes(packageOf(target))) {
    const mend = 'Imports point one way: web → contract → engine ← server, server → contract.';
    return { ...at, wrong: `${from} imports ${target}`, mend };
  }
  return from === 'server' && !source.isTest ? refuseSlice(at, target) : undefined;
}

function refuseSlice(at: { path: string; line: number }, target: string): Violation | undefined {
  const from = sliceOf(at.path);
  const to = sliceOf(target);
  if (!from || !to || from === to) return undefined;
  const wrong = `${from} imports ${target}`;
  if (to === 'testing' && from !== 'bin') {
    return { ...at, wrong, mend: 'Only tests and bin import testing: move what is needed in earnest elsewhere.' };
  }
  if (ASSEMBLY.includes(from)) return undefined;
  if (ASSEMBLY.includes(to))
    return { ...at, wrong, mend: `Only bin and tests put things together; pass it in from bin.` };
  if (rank(from) < rank(to) || (GROUND.includes(from) && GROUND.includes(to))) return undefined;
  const mend = `Slices import inwards only (${ORDER.map((names) => names[0]).join(' → ')}): react to an event instead.`;
  return { ...at, wrong, mend };
}

function rank(slice: string): number {
  return ORDER.findIndex((names) => names.includes(slice));
}
