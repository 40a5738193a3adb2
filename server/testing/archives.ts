import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { entriesIn } from '../archive/actions/unpack.ts';
import { headerOf, paddingOf } from '../archive/rules/tar.ts';

export interface TestEntry {
  name: string;
  content: Buffer;
}

export const archiveFolder = (): string => mkdtempSync(join(tmpdir(), 'smooth-archive-'));

/** An archive of any files at all, also such as nobody of ours would write. */
export function writeArchive(entries: readonly TestEntry[], file = join(archiveFolder(), 'made.tar.gz')): string {
  const blocks = entries.flatMap(({ name, content }) => [
    headerOf({ name, size: content.length }, 0),
    content,
    Buffer.alloc(paddingOf(content.length)),
  ]);
  writeFileSync(file, gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)])));
  return file;
}

export async function readArchive(file: string): Promise<TestEntry[]> {
  const entries: TestEntry[] = [];
  for await (const { name, content } of entriesIn(file)) entries.push({ name, content: Buffer.from(content) });
  return entries;
}

type Change = (text: string) => string;

/** The same archive with some files changed, and a manifest that says so: nothing is damaged, only other than it was. */
export async function forged(file: string, changes: Record<string, Change>): Promise<string> {
  const entries = (await readArchive(file)).map(({ name, content }) => ({
    name,
    content: name in changes ? Buffer.from(changes[name]!(content.toString())) : content,
  }));
  const last = entries.pop()!;
  const manifest = JSON.parse(last.content.toString()) as { files: object[] };
  manifest.files = entries.map(({ name, content }) => ({
    name,
    rows: content.toString().split('\n').length - 1,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  return writeArchive([...entries, { name: last.name, content: Buffer.from(JSON.stringify(manifest)) }]);
}
