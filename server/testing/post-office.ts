import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { buildWorker } from '../api/worker.ts';
import type { Core } from '../core/core.ts';
import { openWaker } from '../core/events/wake.ts';
import type { Worker } from '../core/jobs/worker.ts';
import type { House } from './house.ts';

/** A mail server that keeps what it takes. */
export interface PostOffice {
  url: string;
  /** Raw messages, by recipient, in the order of their arrival. */
  letters: { to: string; raw: string }[];
  /** What it answers to a recipient instead of taking the mail. */
  refuseWith: { code: number; text: string } | null;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const office: PostOffice = { url: '', letters: [], refuseWith: null, close: async () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, answer) {
      const { refuseWith } = office;
      answer(refuseWith && Object.assign(new Error(refuseWith.text), { responseCode: refuseWith.code }));
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        for (const { address } of session.envelope.rcptTo) office.letters.push({ to: address, raw });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  office.url = `smtp://127.0.0.1:${port}`;
  office.close = () => new Promise((resolve) => server.close(resolve));
  return office;
}

/** The background of a house: everything that reacts, with mail to `smtpUrl` or into a folder of its own. */
export interface Background {
  core: Core;
  worker: Worker;
  stop(): Promise<void>;
}

export async function startBackground(house: House, smtpUrl?: string): Promise<Background> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smooth-mail-'));
  const waker = await openWaker({ url: house.urls.loginUrl, log: house.core.log });
  const core = { ...house.core, config: { ...house.core.config, dataDir, smtpUrl }, wake: waker.wake };
  const worker = await buildWorker({ core, urls: house.urls, waker });
  return {
    core,
    worker,
    async stop() {
      await worker.stop();
      await waker.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits for what happens in the background. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
