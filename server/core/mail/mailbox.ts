import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail, Post } from './mail.ts';

/** Where mails land when no mail server is configured: one file each, named so that their order is that of time. */
export const mailFolder = (dataDir: string): string => join(dataDir, 'mail');

const MOST_KEPT = 2000;
const LOOK_EVERY = 200;
const NAME = /^[\da-f-]{36}$/;

export function openMailbox(dataDir: string): Post {
  const folder = mailFolder(dataDir);
  let written = 0;
  return {
    outcome: 'captured',
    async send(mail) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${mail.id}.json`);
      await writeFile(`${file}.part`, JSON.stringify(mail, null, 2));
      await rename(`${file}.part`, file);
      written += 1;
      if (written % LOOK_EVERY === 0) await forgetOldest(folder);
    },
    close: () => undefined,
  };
}

/** The newest first. */
export async function readMailbox(dataDir: string, most = 200): Promise<Mail[]> {
  const names = await namesIn(mailFolder(dataDir));
  const mails = await Promise.all(names.slice(-most).map((name) => readMail(dataDir, name)));
  return mails.filter((mail) => mail !== null).reverse();
}

export async function readMail(dataDir: string, id: string): Promise<Mail | null> {
  if (!NAME.test(id)) return null;
  const text = await readFile(join(mailFolder(dataDir), `${id}.json`), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Mail);
}

/** Takes mails out by their ids; those that are not there are not missed. */
export async function forgetMails(dataDir: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (NAME.test(id)) await rm(join(mailFolder(dataDir), `${id}.json`), { force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))
    .sort();
}

async function forgetOldest(folder: string): Promise<void> {
  const old = (await namesIn(folder)).slice(0, -MOST_KEPT);
  await Promise.all(old.map((name) => rm(join(folder, `${name}.json`), { force: true })));
}
