import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ArchivedFile, MOST_ENTRY_BYTES, PART_BYTES, partName } from '../rules/format.ts';
import { BLOCK, headerOf, paddingOf } from '../rules/tar.ts';

/** An archive that is being written: nobody sees it before it is whole. */
export interface Packing {
  files: ArchivedFile[];
  addFile(name: string, content: Buffer): Promise<void>;
  /** Rows as lines of as many files as they need; answers how many rows they were. */
  addRows(table: string, rows: AsyncIterable<string[]>): Promise<number>;
  close(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/** Readable by whoever wrote it and nobody else: it holds everything that a business knows. */
export function packInto(file: string, now: number): Packing {
  const part = `${file}.part`;
  const disk = createWriteStream(part, { flags: 'w', mode: 0o600 });
  const zip = createGzip();
  zip.pipe(disk);
  const ended = finished(disk);
  // Heard at the end, or by the next write.
  ended.catch(() => undefined);
  let broken: Error | undefined;
  for (const stream of [zip, disk]) stream.on('error', (error: Error) => void (broken ??= error));
  const write = async (content: Buffer) => {
    if (broken) throw broken;
    if (!zip.write(content)) await Promise.race([once(zip, 'drain'), ended]);
  };
  const files: ArchivedFile[] = [];
  const addFile = async (name: string, content: Buffer) => {
    if (content.length > MOST_ENTRY_BYTES) throw new Error(`${name} is too large for an archive`);
    await write(headerOf({ name, size: content.length }, now));
    await write(content);
    await write(Buffer.alloc(paddingOf(content.length)));
  };
  return {
    files,
    addFile,
    async addRows(table, rows) {
      let count = 0;
      const before = files.length;
      for await (const { content, lines } of partsOf(rows)) {
        const name = partName(table, files.length - before + 1);
        await addFile(name, content);
        const sha256 = createHash('sha256').update(content).digest('hex');
        files.push({ name, rows: lines, bytes: content.length, sha256 });
        count += lines;
      }
      return count;
    },
    async close() {
      await write(Buffer.alloc(2 * BLOCK));
      zip.end();
      await ended;
      await rename(part, file);
    },
    async abandon() {
      zip.destroy();
      disk.destroy();
      await ended.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

async function* partsOf(rows: AsyncIterable<string[]>): AsyncGenerator<{ content: Buffer; lines: number }> {
  let lines: string[] = [];
  let bytes = 0;
  const content = () => Buffer.from(lines.map((line) => `${line}\n`).join(''));
  for await (const some of rows) {
    for (const line of some) {
      lines.push(line);
      bytes += Buffer.byteLength(line);
      if (bytes < PART_BYTES) continue;
      yield { content: content(), lines: lines.length };
      [lines, bytes] = [[], 0];
    }
  }
  if (lines.length > 0) yield { content: content(), lines: lines.length };
}
