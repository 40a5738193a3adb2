import { type Scope, scopes as everyScope } from '@smooth/contract/core/scopes.ts';
import { newestVersion, type Version } from '@smooth/contract/core/versions.ts';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import { newId } from '../core/ids.ts';
import { hashOfSecret, hintOf, newSecret } from '../tokens/rules/secret.ts';
import type { World } from './world.ts';

export interface TokenWish {
  /** The mode of the world where absent. */
  mode?: Mode;
  name?: string;
  /** All of them where absent. */
  scopes?: readonly Scope[];
  requests_per_minute?: number;
  version?: Version;
  expires_at?: string;
  /** An account of the business; its owner where absent. */
  created_by?: string;
}

export interface MadeToken {
  id: string;
  secret: string;
  /** What a program sends with it. */
  headers: { authorization: string };
}

/** A token of a business, made past the API. */
export async function tokenIn(world: World<never>, wish: TokenWish = {}): Promise<MadeToken> {
  const { mode = world.mode, name = 'Sync', scopes = everyScope, requests_per_minute = 6000 } = wish;
  const id = newId();
  const secret = newSecret(mode);
  await world.rows(
    `INSERT INTO public.api_tokens (id, tenant_id, mode, name, hash, plaintext, hint, scopes, requests_per_minute, version, expires_at, created_by, created_at, updated_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
       coalesce($12, (SELECT id FROM public.users WHERE tenant_id = $2 AND role = 'TENANT_OWNER' LIMIT 1)), now(), now()`,
    [
      id,
      world.tenant().id,
      mode,
      name,
      hashOfSecret(secret),
      mode === 'sandbox' ? secret : null,
      hintOf(secret),
      scopes,
      requests_per_minute,
      wish.version ?? newestVersion,
      wish.expires_at ?? null,
      wish.created_by ?? null,
    ],
  );
  return { id, secret, headers: { authorization: `Bearer ${secret}` } };
}
