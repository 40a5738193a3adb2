import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Refused } from '../../core/errors.ts';
import { MOST_ENTRIES, MOST_ENTRY_BYTES } from '../rules/format.ts';
import { BLOCK, damaged, headerIn, paddingOf } from '../rules/tar.ts';

export interface Entry {
  name: string;
  content: Buffer;
}

/** The files of an archive one after the other; never more than one of them is in memory, whatever it says it is. */
export async function* entriesIn(file: string): AsyncGenerator<Entry> {
  const take = takerOf(file);
  try {
    for (let count = 0; ; count += 1) {
      if (count > MOST_ENTRIES) throw damaged('it has more files than any of ours');
      const header = headerIn(await take.bytes(BLOCK));
      if (!header) break;
      const { name, size } = header;
      if (size > MOST_ENTRY_BYTES) throw damaged(`${name} says it has ${size} bytes, which is more than any of ours`);
      const content = await take.bytes(size);
      await take.bytes(paddingOf(size));
      yield { name, content };
    }
    await take.end();
  } finally {
    take.stop();
  }
}

/** The end of a tape is two empty blocks, which others fill up to twenty. */
const MOST_TRAILING = 20 * BLOCK;

function takerOf(file: string) {
  const disk = createReadStream(file);
  const zip = createGunzip();
  disk.on('error', (error) => zip.destroy(error));
  const chunks = disk.pipe(zip)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const held = { parts: [] as Buffer[], length: 0 };
  /** Until so much is in memory, or there is no more. */
  const holding = async (size: number): Promise<void> => {
    while (held.length < size) {
      const { done, value } = await chunks.next().catch((error: unknown) => {
        throw readingFailed(file, error);
      });
      if (done) return;
      held.parts.push(value);
      held.length += value.length;
    }
  };
  return {
    async bytes(size: number): Promise<Buffer> {
      await holding(size);
      if (held.length < size) throw damaged('it ends too early');
      const all = held.parts.length === 1 ? held.parts[0]! : Buffer.concat(held.parts);
      held.parts = [all.subarray(size)];
      held.length -= size;
      return all.subarray(0, size);
    },
    async end(): Promise<void> {
      await holding(MOST_TRAILING + 1);
      const rest = Buffer.concat(held.parts);
      if (rest.length > MOST_TRAILING || rest.some((byte) => byte !== 0))
        throw damaged('something stands behind its end');
    },
    stop: () => {
      zip.destroy();
      disk.destroy();
    },
  };
}

function readingFailed(file: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new Refused('not_found', { detail: `There is no file ${file}.` });
  if (code.startsWith('Z_')) return damaged('it is no whole gzip file');
  return error;
}
