import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Migration, readMigrations } from '../../core/db/migrations.ts';
import { Refused } from '../../core/errors.ts';
import { type ArchivedFile, FORMAT, FORMAT_VERSION, MANIFEST, Manifest, partIn } from '../rules/format.ts';
import { damaged } from '../rules/tar.ts';
import { entriesIn } from './unpack.ts';

/** Reads the whole archive once, before anything is written: what it is, and that it is whole. */
export async function checkArchive(file: string): Promise<Manifest> {
  const files: ArchivedFile[] = [];
  let manifest: Manifest | undefined;
  for await (const { name, content } of entriesIn(file)) {
    if (manifest) throw damaged(`${name} stands behind the manifest`);
    if (name === MANIFEST) manifest = manifestIn(content);
    else files.push(fileOf(name, content, files.at(-1)));
  }
  if (!manifest) throw damaged('it has no manifest');
  demandSameFiles(files, manifest.files);
  return manifest;
}

function fileOf(name: string, content: Buffer, before: ArchivedFile | undefined): ArchivedFile {
  const part = partIn(name);
  if (!part) throw damaged(`no file of ours is called ${JSON.stringify(name)}`);
  const previous = before && partIn(before.name);
  const goesOn = previous?.place === part.place && previous.table === part.table;
  if (part.part !== (goesOn ? previous.part + 1 : 1)) throw damaged(`${name} is not in its place`);
  let rows = 0;
  for (const byte of content) if (byte === 0x0a) rows += 1;
  return { name, rows, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

function demandSameFiles(found: ArchivedFile[], told: ArchivedFile[]): void {
  for (const [index, file] of told.entries()) {
    const there = found[index];
    if (there?.name !== file.name) throw damaged(`${file.name} is missing`);
    if (there.sha256 !== file.sha256 || there.bytes !== file.bytes || there.rows !== file.rows)
      throw damaged(`${file.name} is not what the manifest says`);
  }
  if (found.length > told.length) throw damaged(`the manifest does not know ${found[told.length]!.name}`);
}

const Named = z.object({ format: z.string(), version: z.number() });

function manifestIn(content: Buffer): Manifest {
  const json = jsonIn(content);
  const named = Named.safeParse(json);
  if (named.data?.format !== FORMAT)
    throw new Refused('malformed_request', { detail: 'This is no archive of a business.' });
  if (named.data.version !== FORMAT_VERSION) {
    const detail = `The archive has format version ${named.data.version}; this installation reads version ${FORMAT_VERSION}. Import it with a release that knows it.`;
    throw new Refused('malformed_request', { detail });
  }
  const { data, error } = Manifest.safeParse(json);
  if (!data) throw damaged(`the manifest is not as it should be at ${error.issues[0]!.path.join('.')}`);
  demandKnownSchemas(data, readMigrations('tenant'));
  return data;
}

function jsonIn(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'));
  } catch {
    throw damaged('the manifest is no JSON');
  }
}

/** An older schema is made as it was and then migrated; a newer one, or one of another kind, cannot be made here. */
export function demandKnownSchemas({ schemas }: Pick<Manifest, 'schemas'>, migrations: Migration[]): void {
  for (const { version, checksum } of [schemas.live, schemas.sandbox]) {
    if (version > migrations.length) {
      const detail = `The archive was made with version ${version} of the schema; this installation has version ${migrations.length}. Update it first, then import.`;
      throw new Refused('malformed_request', { detail });
    }
    if (version < 1 || migrations[version - 1]!.checksum !== checksum) {
      const detail = `The archive was made with another version ${version} of the schema than this installation has. Import it with the release that made it.`;
      throw new Refused('malformed_request', { detail });
    }
  }
}
