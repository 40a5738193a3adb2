import { createHash } from 'node:crypto';
import type { AuditAction } from '@smooth/contract/audit/audit.ts';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyRequest } from 'fastify';
import type { Core } from '../../core/core.ts';
import type { Visit } from '../../core/http/visit.ts';
import { newId } from '../../core/ids.ts';
import { inGate, type PublicDb } from '../../core/tenant/gate.ts';
import { sendAhead, type TenantDb } from '../../core/tenant/tenant.ts';
import { macOf, occurredText } from '../rules/entry.ts';

export interface Party {
  id: string | null;
  email: string | null;
}

/** Who asked, from where, in which business and mode. */
export interface Witness {
  at: Instant;
  tenant_id: string | null;
  mode: Mode | null;
  actor: Party;
  acting_as: Party | null;
  ip_address: string | null;
  session_key: string | null;
}

export interface Happening {
  action: AuditAction;
  subject?: Party | null;
  reason?: string | null;
  detail?: Record<string, unknown>;
}

/** Tells sessions apart without being good for anything. */
export const sessionKey = (sessionId: string): string =>
  createHash('sha256').update(sessionId).digest('hex').slice(0, 32);

/** Of a token it is the person who made it; the key then tells tokens apart. */
export function witnessOf({ tenant, signedIn, bearer, mode, now }: Visit, request: FastifyRequest): Witness {
  const own: Party = {
    id: signedIn?.session.user_id ?? bearer?.actor.id ?? null,
    email: signedIn?.email ?? bearer?.email ?? null,
  };
  const key = signedIn?.session.id ?? bearer?.token_id;
  const behind = signedIn?.masquerade?.hijacker;
  return {
    at: now,
    tenant_id: tenant?.id ?? null,
    mode: tenant ? mode : null,
    actor: behind ? { id: behind.id, email: behind.email } : own,
    acting_as: behind ? own : null,
    ip_address: request.ip,
    session_key: key === undefined ? null : sessionKey(key),
  };
}

/** Writes within the transaction of what it is about: neither is there without the other. */
export async function audit(
  { key }: Pick<Core, 'key'>,
  tx: PublicDb,
  witness: Witness,
  happening: Happening,
): Promise<void> {
  await tx
    .insertInto('public.audit')
    .values(rowOf(key, witness, happening))
    .execute();
}

/** The same in a transaction of a business; travels with its commit. */
export const auditWithin = ({ key }: Pick<Core, 'key'>, tx: TenantDb, witness: Witness, happening: Happening): void =>
  sendAhead(tx, tx.insertInto('public.audit').values(rowOf(key, witness, happening)));

/** Writes at once, for what is refused: the transaction of a refusal keeps nothing. */
export const auditAlone = (core: Core, witness: Witness, happening: Happening): Promise<void> =>
  inGate(core.database, (tx) => audit(core, tx, witness, happening));

function rowOf(key: Buffer, witness: Witness, { action, subject = null, reason = null, detail = {} }: Happening) {
  const entry = {
    id: newId(witness.at),
    tenant_id: witness.tenant_id,
    mode: witness.mode,
    action,
    actor_id: witness.actor.id,
    actor_email: witness.actor.email,
    acting_as_id: witness.acting_as?.id ?? null,
    acting_as_email: witness.acting_as?.email ?? null,
    subject_id: subject?.id ?? null,
    subject_email: subject?.email ?? null,
    ip_address: witness.ip_address,
    session_key: witness.session_key,
    reason,
  };
  const mac = macOf(key, { ...entry, occurred: occurredText(witness.at), detail });
  return { ...entry, occurred_at: new Date(witness.at), detail: JSON.stringify(detail), mac };
}
