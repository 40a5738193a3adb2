import { createServer } from 'node:net';

/** The port of the installation under test: chosen once by the first process, inherited by the workers. */
export async function installationPort(): Promise<number> {
  process.env.SMOOTH_E2E_PORT ??= String(await anyFreePort());
  return Number(process.env.SMOOTH_E2E_PORT);
}

/** Where programs of a business may listen: the only place of this machine that the installation may send to. */
export async function receiverPort(): Promise<number> {
  process.env.SMOOTH_E2E_RECEIVER ??= String(await anyFreePort());
  return Number(process.env.SMOOTH_E2E_RECEIVER);
}

/** The address of a business, of the console (`platform`), or of the front page (no name). */
export function at(subdomain?: string): string {
  const host = subdomain ? `${subdomain}.localhost` : 'localhost';
  return `http://${host}:${process.env.SMOOTH_E2E_PORT}`;
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
