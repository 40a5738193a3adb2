import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import type { TenantRow } from '../tenant/gate.ts';

/** What a token of the public API opens: one business in one mode, as the person who made it, as far as its scopes. */
export interface Bearer {
  token_id: string;
  tenant: TenantRow;
  mode: Mode;
  actor: Actor;
  email: string;
  scopes: ReadonlySet<string>;
  version: string;
  requests_per_minute: number;
}

/** How much of the limit of a token is used up. */
export interface Usage {
  allowed: number;
  left: number;
  window_seconds: number;
  reset_seconds: number;
  is_exceeded: boolean;
}

/** Whose request it is, for its log: known as soon as the token is, also where it is then refused. */
export interface Asked {
  token_id: string;
  tenant_id: string;
  version: string | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    asked: Asked | null;
    /** The code with which it was refused. */
    refusal: string | null;
  }
}

/** What was presented as a token; null where nothing was. Another scheme is somebody else's, such as a proxy's. */
export function bearerIn(request: FastifyRequest): string | null {
  const found = /^bearer(?: +(.*))?$/is.exec(request.headers.authorization ?? '');
  return found === null ? null : (found[1] ?? '').trim();
}
