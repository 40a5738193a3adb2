import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export type Import = { line: number; wanted: string; target: string | undefined };

/** One source file: its path from the root, with slashes, and what it imports. */
export type Source = { path: string; lines: string[]; imports: Import[]; isTest: boolean };

/** What a rule finds: where, what is wrong, and how to mend it. */
export type Violation = { path: string; line: number; wrong: string; mend: string };

const ROOTS = ['engine', 'contract', 'client', 'server', 'web', 'e2e', 'bench', 'scripts'];
const SKIPPED = new Set(['node_modules', 'dist', 'public', '.data', '.cache']);
const SOURCE = /\.(ts|tsx|mjs)$/;

export function readSources(root: string): Source[] {
  return ROOTS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) => walk(root, folder));
}

/** The slice of the path that names the package, and for the server the folder below it. */
export function packageOf(path: string): string {
  return path.split('/')[0] ?? '';
}

export function sliceOf(path: string): string | undefined {
  const parts = path.split('/');
  return parts[0] === 'server' && parts.length > 2 ? parts[1] : undefined;
}

function walk(root: string, folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(root, path);
    return SOURCE.test(entry.name) ? [read(root, path)] : [];
  });
}

function read(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const isTest = /\.(test|spec)\.tsx?$/.test(path);
  return { path, lines: text.trimEnd().split('\n'), imports: importsOf(path, text), isTest };
}

const STATEMENT = /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm;
const CALL = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

function importsOf(path: string, text: string): Import[] {
  const found = [...text.matchAll(STATEMENT), ...text.matchAll(CALL)];
  return found
    .filter((match) => !isComment(text, match.index))
    .map((match) => {
      const wanted = match[1] ?? '';
      return { line: lineAt(text, match.index + match[0].length), wanted, target: resolve(path, wanted) };
    });
}

function isComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  return /^\s*(\/\/|\*|\/\*)/.test(text.slice(start, at + 1));
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** The file inside the repository that an import means; undefined for packages from elsewhere. */
function resolve(path: string, wanted: string): string | undefined {
  const bare = wanted.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return posix.join(posix.dirname(path), bare);
  return /^@smooth\/(.+)$/.exec(bare)?.[1];
}
