import type { BusinessInvitation, OpenInvitation } from '@smooth/contract/platform/invitations.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { businessOrigin } from '../../core/http/address.ts';
import type { TenantRow } from '../../core/tenant/gate.ts';
import { invitationPolicy } from '../policy.ts';
import type { InvitationRow } from '../queries/invitations.ts';
import { mayResend, stateOf } from '../rules/invitation.ts';

const orNull = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));

export function presentInvitation(
  row: InvitationRow,
  { actor, now }: { actor: Actor; now: Instant },
): BusinessInvitation {
  const state = stateOf(row, now);
  const may = invitationPolicy.may(actor, 'business_invitation.create', null) && mayResend(state);
  return {
    id: row.id,
    revision: row.revision,
    email: row.email,
    business_name: row.business_name,
    tier: row.tier,
    locale: row.locale,
    overrides: row.overrides,
    state,
    mailed_at: orNull(row.mailed_at),
    mail_error: row.mail_error,
    created_at: formatInstant(row.created_at),
    expires_at: formatInstant(row.expires_at),
    tenant_id: row.tenant_id,
    can: { resend: may, revoke: may },
  };
}

type Made = Pick<TenantRow, 'subdomain' | 'provisioned_at' | 'provision_error'>;

export function presentOpen(row: InvitationRow, made: Made | null, baseUrl: URL): OpenInvitation {
  const address = made && businessOrigin(baseUrl, made.subdomain);
  return {
    email: row.email,
    business_name: row.business_name,
    tier: row.tier,
    locale: row.locale,
    state: !made
      ? 'open'
      : made.provisioned_at !== null
        ? 'ready'
        : made.provision_error !== null
          ? 'failed'
          : 'making',
    base: baseUrl.host,
    address,
    booking_address: address && `${address}/book`,
  };
}
