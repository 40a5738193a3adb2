import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { at } from './installation.ts';

const PROGRAM = fileURLToPath(new URL('../server/bin/smooth.ts', import.meta.url));

/** A business of its own with nothing in it but its owner, made as an operator makes one. */
export async function newBusiness(): Promise<{ address: string; email: string }> {
  const subdomain = `new-${crypto.randomUUID().slice(0, 8)}`;
  const email = `owner@${subdomain}.example`;
  const given = {
    name: 'Corner Salon',
    subdomain,
    'time-zone': 'America/New_York',
    currency: 'USD',
    'owner-email': email,
    'owner-name': 'Cora Owner',
  };
  await operate(['tenant', 'create', ...Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])]);
  return { address: at(subdomain), email };
}

/** Runs a command of the operator on the installation under test; passwords are those of the demo. */
function operate(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, SMOOTH_DATA: process.env.SMOOTH_E2E_DATA };
    const program = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    program.stderr.on('data', (text) => (complaint += String(text)));
    program.once('error', reject);
    program.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(complaint))));
    program.stdin.end('smooth-demo\n');
  });
}
