import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { Assertion, Attestation, RequestOptions } from '@smooth/contract/identity/passkeys.ts';
import type { z } from 'zod';

export interface Answering {
  /** Where the page is that asks; the relying party's own by default. */
  origin?: string;
  /** Nobody showed the device that it is them. */
  unverified?: boolean;
  /** Says it is this credential. */
  id?: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const text = (bytes: Buffer) => bytes.toString('base64url');

export type Authenticator = ReturnType<typeof authenticator>;

/** What of the options of a browser a device looks at. */
interface Creating {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

/** A device with one passkey: what a browser hands on of it, signed for real (WebAuthn level 3, 6.1 and 6.5). */
export function authenticator(port = ':3000') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = text(randomBytes(32));
  const device = { id, count: 0, handle: undefined as string | undefined, create, sign: answer, stored };

  function clientData(type: string, challenge: string, origin: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  function data(host: string, extra: number, { unverified }: Answering): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(device.count);
    return Buffer.concat([sha256(host), Buffer.of(PRESENT | (unverified ? 0 : VERIFIED) | extra), count]);
  }

  /** The public key as COSE has it (RFC 9053, 7.1.1). */
  function coseKey(): Uint8Array {
    const { x, y } = publicKey.export({ format: 'jwk' });
    const part = (value: string | undefined) => new Uint8Array(Buffer.from(value!, 'base64url'));
    const [kty, alg, crv] = [2, -7, 1];
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, kty],
        [3, alg],
        [-1, crv],
        [-2, part(x)],
        [-3, part(y)],
      ]),
    );
  }

  /** As whoever knows the passkey already has kept it. */
  function stored() {
    return { credential_id: Buffer.from(id, 'base64url'), public_key: Buffer.from(coseKey()) };
  }

  function create(options: Creating, given: Answering = {}): Attestation {
    const { rp, user, challenge } = options;
    device.handle = user.id;
    const idBytes = Buffer.from(id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, idBytes.length), idBytes, coseKey()]);
    const authData = new Uint8Array(Buffer.concat([data(rp.id, ATTESTED, given), attested]));
    const object = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      ...credential(given),
      response: {
        clientDataJSON: text(clientData('webauthn.create', challenge, given.origin ?? `http://${rp.id}${port}`)),
        attestationObject: text(Buffer.from(isoCBOR.encode(object as Parameters<typeof isoCBOR.encode>[0]))),
        transports: ['internal'],
      },
    };
  }

  function answer({ challenge, rpId }: z.output<typeof RequestOptions>, given: Answering = {}): Assertion {
    device.count += 1;
    const client = clientData('webauthn.get', challenge, given.origin ?? `http://${rpId}${port}`);
    const authData = data(rpId, 0, given);
    return {
      ...credential(given),
      response: {
        clientDataJSON: text(client),
        authenticatorData: text(authData),
        signature: text(sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)),
        userHandle: device.handle,
      },
    };
  }

  const credential = (given: Answering) => {
    const own = given.id ?? id;
    return { id: own, rawId: own, type: 'public-key' as const };
  };
  return device;
}
