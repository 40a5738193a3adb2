import { Id } from '@smooth/contract/core/fields.ts';
import { startMasquerade, stopMasquerade, takeHandOver } from '@smooth/contract/identity/masquerade.ts';
import type { FastifyRequest } from 'fastify';
import { auditAlone, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import type { Routes } from '../../core/http/route.ts';
import type { Visit } from '../../core/http/visit.ts';
import { askGate } from '../../core/tenant/gate.ts';
import { beginMasquerade, endMasquerade, enterByHandOver, isInSight } from '../actions/masquerade.ts';
import '../policy.ts';
import { targetById } from '../queries/masquerade.ts';
import { passTokenMode } from '../rules/pass-token.ts';

export function masqueradeRoutes({ open }: Routes, core: Core): void {
  const refused = (visit: Visit, request: FastifyRequest) => auditDenied(core, visit, request);
  open(
    startMasquerade,
    { may: 'masquerade.start', place: 'any', refused },
    async ({ visit, body, request, reply }) => ({
      address: await beginMasquerade({ core, visit, request, reply }, body),
    }),
  );
  open(stopMasquerade, { may: 'signed_in', place: 'any' }, async ({ visit, request, reply }) => ({
    address: await endMasquerade({ core, visit, request, reply }),
  }));
  const byLink = {
    may: 'everyone',
    link: (params: Record<string, string>) => passTokenMode(params['hand_over_token']),
  };
  open(takeHandOver, { ...byLink, place: 'any' }, async ({ visit, params, request, reply }) => {
    await enterByHandOver({ core, visit, request, reply }, params.hand_over_token);
    return { address: '/' };
  });
}

/** Somebody whose role may act as nobody: the body was not checked, so what it says is taken as said. */
async function auditDenied(core: Core, visit: Visit, request: FastifyRequest): Promise<void> {
  const { user_id, reason } = (request.body ?? {}) as { user_id?: unknown; reason?: unknown };
  const id = Id.safeParse(user_id);
  const [target] = id.success ? await askGate(core.database, targetById(id.data)) : [];
  const email = isInSight(visit, target) ? target.email : null;
  await auditAlone(core, witnessOf(visit, request), {
    action: 'HIJACK_DENIED',
    subject: id.success ? { id: id.data, email } : null,
    reason: typeof reason === 'string' ? reason.replaceAll('\u0000', '').toWellFormed().slice(0, 500) : null,
    detail: { why: visit.signedIn?.masquerade ? 'chain' : 'role' },
  });
}
