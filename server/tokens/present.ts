import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { ApiRequest, ApiToken } from '@smooth/contract/tokens/tokens.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import type { Actor } from '../core/actor.ts';
import type { Tenant } from '../core/tenant/tenant.ts';
import type { PublicTables } from '../schema/public-tables.ts';
import { tokenPolicy } from './policy.ts';
import type { TokenRow } from './queries.ts';
import { stateOf } from './rules/state.ts';

/** Who sees a token, when, and in which business. */
interface Seen {
  actor: Actor;
  now: Instant;
  tenant: Tenant;
}

export function presentToken(row: TokenRow, { actor, now, tenant }: Seen): ApiToken {
  const { entitlements } = tenant.row;
  const state = stateOf({ ...row, maker: makerOf(row), entitlements }, now);
  const may = (verb: 'change' | 'reveal' | 'revoke') => tokenPolicy.may(actor, `token.${verb}`, row);
  const isOpen = row.revoked_at === null;
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    mode: row.mode,
    hint: row.hint,
    scopes: row.scopes,
    requests_per_minute: row.requests_per_minute,
    version: row.version,
    state,
    expires_at: instantOrNull(row.expires_at),
    created_at: formatInstant(row.created_at),
    created_by: { id: row.created_by, name: row.maker_name },
    last_used_at: instantOrNull(row.last_used_at),
    last_used_ip: row.last_used_ip,
    revoked_at: instantOrNull(row.revoked_at),
    revoked_by: row.revoked_by === null ? null : { id: row.revoked_by, name: row.revoker_name },
    can: {
      edit: isOpen && may('change'),
      reveal: isOpen && row.mode === 'sandbox' && may('reveal'),
      revoke: isOpen && may('revoke'),
    },
  };
}

const instantOrNull = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));

function makerOf({ maker_role: role, maker_is_active: is_active, maker_is_sandbox: is_sandbox }: TokenRow) {
  return role === null || is_active === null || is_sandbox === null ? null : { role, is_active, is_sandbox };
}

type RequestRow = Selectable<PublicTables['public.api_requests']> & { token_name: string; token_mode: Mode };

export const presentRequest = (row: RequestRow): ApiRequest => ({
  id: row.id,
  token: { id: row.token_id, name: row.token_name, mode: row.token_mode },
  request_id: row.request_id,
  at: formatInstant(row.occurred_at),
  method: row.method,
  path: row.path,
  status: row.status,
  code: row.code,
  duration_ms: row.duration_ms,
  ip_address: row.ip_address,
  version: row.version,
});
