import { packageOf, type Source, type Violation } from './sources.ts';

/** A pattern that has no place in certain files. */
type Ban = { where: (source: Source) => boolean; pattern: RegExp; wrong: string; mend: string };

/** The only files of the web that talk to the server; the booking page has its own, to stay small. */
const CLIENTS = ['web/app/client.ts', 'web/booking/api.ts'];

/** The ways out of the server: requests of businesses, mail, names. What starts and tests the house is none of it. */
const WAYS_OUT = /^server\/(core\/(egress|mail|dns)|testing|bin)\//;

const BANS: Ban[] = [
  {
    where: ({ path, isTest }) => packageOf(path) === 'server' && !isTest && !WAYS_OUT.test(path),
    pattern:
      /(?<![\w.])(globalThis\.)?fetch\(|\bhttps?\.(request|get)\(|\b(from|import)[ (]['"](node:)?(https?|http2|tls|undici|axios|got)['"]/,
    wrong: 'a request to others outside of the one way out',
    mend: 'Send it with server/core/egress/send.ts.',
  },
  {
    where: ({ path, isTest }) => packageOf(path) === 'web' && !isTest && !CLIENTS.includes(path),
    pattern: /(?<![\w.])((window|globalThis)\.)?fetch\(/,
    wrong: 'fetch outside the client',
    mend: `Call the server through ${CLIENTS.join(' or ')}.`,
  },
  {
    where: ({ path }) => /^server\/[^/]+\/routes(\.ts|\/)/.test(path),
    pattern: /\bsql`|\bsql<|['"`]\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s/,
    wrong: 'SQL in a route',
    mend: "Move it to the slice's queries.ts.",
  },
  {
    where: ({ path, isTest }) => packageOf(path) === 'engine' && !isTest,
    pattern: /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\(|\bprocess\./,
    wrong: 'the engine reads the world',
    mend: 'The engine is pure: take now, zone and chance as parameters.',
  },
];

export function checkTexts(sources: Source[]): Violation[] {
  return sources.flatMap((source) => [...extensions(source), ...BANS.flatMap((ban) => apply(ban, source))]);
}

function extensions({ path, imports }: Source): Violation[] {
  return imports
    .filter(({ wanted }) => wanted.startsWith('.') && !/\.(?!jsx?$)\w+(\?.*)?$/.test(wanted))
    .map(({ line, wanted }) => ({
      path,
      line,
      wrong: `import of ${wanted} without the real extension`,
      mend: 'Node runs the sources: write .ts or .tsx.',
    }));
}

function apply({ where, pattern, wrong, mend }: Ban, source: Source): Violation[] {
  if (!where(source)) return [];
  return source.lines.flatMap((text, index) => {
    if (/^\s*(\/\/|\*|\/\*)/.test(text) || !pattern.test(text)) return [];
    return [{ path: source.path, line: index + 1, wrong, mend }];
  });
}
