import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Misused } from './operator.ts';

/** The password for a new account: from SMOOTH_PASSWORD, asked for twice without echo, or the first line that is piped in. */
export async function passwordFor(email: string): Promise<string> {
  const given = process.env['SMOOTH_PASSWORD'];
  if (given) return given;
  if (!process.stdin.isTTY) return firstLine();
  const password = await askSilently(`Password for ${email}: `);
  if ((await askSilently('The same again: ')) !== password)
    throw new Misused('The two passwords differ. Nothing was changed.');
  return password;
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    lines.close();
    if (line) return line;
  }
  throw new Misused('A password is needed: set SMOOTH_PASSWORD, or run this in a terminal to be asked for it.');
}

async function askSilently(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  lines.on('SIGINT', () => {
    process.stderr.write('\n');
    process.exit(130);
  });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
