import { createHmac, randomBytes } from 'node:crypto';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { seal, type SealedFor, unseal } from '../../core/seal.ts';

/* Standard Webhooks 1.0: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export const newSecret = (): Buffer => randomBytes(SECRET_BYTES);
export const secretText = (secret: Buffer): string => PREFIX + secret.toString('base64');

/** Whose secret it is: one of the sandbox never signs for what is live. */
interface Owner {
  tenant_id: string;
  mode: Mode;
  webhook_id: string;
}

const sealedFor = ({ tenant_id, mode, webhook_id }: Owner): SealedFor => ({
  purpose: 'webhook',
  owner: `${tenant_id}:${mode}:${webhook_id}`,
});

export const sealWebhookSecret = (key: Buffer, owner: Owner, secret: Buffer): Buffer =>
  seal(key, sealedFor(owner), secret);

/** Null for one that was sealed elsewhere, such as of a business that was imported: it needs a new one. */
export function openWebhookSecret(key: Buffer, owner: Owner, sealed: Buffer): Buffer | null {
  try {
    return unseal(key, sealedFor(owner), sealed);
  } catch {
    return null;
  }
}

interface Signed {
  /** The same with every try and resend. */
  id: string;
  now: Instant;
  body: string;
  /** The newest first. While a secret is replaced there are two, and a signature of each. */
  secrets: readonly Buffer[];
}

export function signedHeaders({ id, now, body, secrets }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const signed = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64'),
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signed.map((signature) => `v1,${signature}`).join(' '),
  };
}
