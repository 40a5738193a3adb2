import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derived } from './key.ts';

/** What a secret is for and whose it is: sealed for one, it opens for no other. */
export interface SealedFor {
  purpose: string;
  owner: string;
}

/** A secret that has to be read again is kept sealed, with the key that the database does not have. */
export function seal(key: Buffer, { purpose, owner }: SealedFor, secret: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived(key, purpose), iv).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

export function unseal(key: Buffer, { purpose, owner }: SealedFor, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', derived(key, purpose), sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
