import * as contract from '@smooth/contract/tokens/tokens.ts';
import { auditWithin, witnessOf } from '../audit/actions/write.ts';
import type { Actor } from '../core/actor.ts';
import type { Core } from '../core/core.ts';
import { found, Refused } from '../core/errors.ts';
import { demandProof, type Routes } from '../core/http/route.ts';
import { ask, send, type TenantDb } from '../core/tenant/tenant.ts';
import { changeToken, revokeToken } from './actions/change.ts';
import { createToken } from './actions/create.ts';
import { tokenPolicy } from './policy.ts';
import { presentRequest, presentToken } from './present.ts';
import { requestList, requestsOf, secretOf, tokenById, tokenList, type TokenRow, tokensOf } from './queries.ts';

/** The newest first. */
const order = '-id';

/** Tokens are looked after by people, never by tokens; from either mode, those of both. */
export function tokenRoutes({ read, write }: Routes, core: Core): void {
  read(contract.listTokens, { may: 'token.read' }, async ({ tenant, actor, now, query }) => {
    const place = tokenList.at({ ...query, order });
    const rows = await ask(tenant, tokensOf(query, place));
    return place.page(rows, (row: TokenRow) => presentToken(row, { actor, now, tenant }));
  });
  read(contract.getToken, { may: 'token.read' }, async ({ tenant, actor, now, params }) =>
    presentToken(found((await ask(tenant, tokenById(params.id)))[0]), { actor, now, tenant }),
  );
  read(contract.revealToken, { may: 'token.reveal' }, async ({ tenant, actor, params }) => {
    const row = found((await ask(tenant, secretOf(params.id)))[0]);
    tokenPolicy.demand(actor, 'token.reveal', row);
    if (row.plaintext !== null) return { secret: row.plaintext };
    throw new Refused('not_found', { detail: 'The secret of a live token is told when it is made, and kept nowhere.' });
  });
  read(contract.listTokenRequests, { may: 'token.read' }, async ({ tenant, query }) => {
    const place = requestList.at({ ...query, order });
    return place.page(await ask(tenant, requestsOf(query, place)), presentRequest);
  });
  changingRoutes({ write }, core);
}

function changingRoutes({ write }: Pick<Routes, 'write'>, core: Core): void {
  write(contract.createToken, { may: 'token.create' }, async ({ tx, tenant, actor, now, body, visit, request }) => {
    if (body.mode === 'live') demandProof(visit);
    // Whoever belongs to one mode only could not use one of the other.
    if ((visit.signedIn?.bound_mode ?? body.mode) !== body.mode) throw new Refused('mode_conflict');
    const { row, secret } = await createToken(tx, { ...body, actor, now });
    auditWithin(core, tx, witnessOf(visit, request), { action: 'TOKEN_CREATED', detail: aboutToken(row) });
    return { token: presentToken(row, { actor, now, tenant }), secret };
  });
  write(
    contract.changeToken,
    { may: 'token.change' },
    async ({ tx, tenant, actor, now, params, body, visit, request }) => {
      const before = await openToken(tx, params.id, actor);
      if (before.mode === 'live' && body.scopes?.some((scope) => !before.scopes.includes(scope))) demandProof(visit);
      const row = await changeToken(tx, before, { ...body, actor, now });
      auditWithin(core, tx, witnessOf(visit, request), { action: 'TOKEN_CHANGED', detail: aboutToken(row) });
      return presentToken(row, { actor, now, tenant });
    },
  );
  write(
    contract.revokeToken,
    { may: 'token.revoke' },
    async ({ tx, tenant, actor, now, params: { id }, visit, request }) => {
      const revoked = await revokeToken(tx, id, { actor, now });
      if (revoked)
        auditWithin(core, tx, witnessOf(visit, request), { action: 'TOKEN_REVOKED', detail: aboutToken(revoked) });
      return presentToken(revoked ?? found((await send(tx, tokenById(id)))[0][0]), { actor, now, tenant });
    },
  );
}

/** One that was revoked is kept as it was. */
async function openToken(tx: TenantDb, id: string, actor: Actor): Promise<TokenRow> {
  const row = found((await send(tx, tokenById(id)))[0][0]);
  tokenPolicy.demand(actor, 'token.change', row);
  if (row.revoked_at !== null) throw new Refused('not_found', { detail: 'This token was revoked.' });
  return row;
}

const aboutToken = ({ id, name, mode, scopes, hint }: TokenRow) => ({
  token_id: id,
  name,
  token_mode: mode,
  scopes,
  hint,
});
