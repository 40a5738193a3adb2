import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { acceptInvitation as contract, OpenInvitation } from '@smooth/contract/platform/invitations.ts';
import { DAY } from '@smooth/engine/instant.ts';
import { audit, type Witness } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { inConsole, type PublicDb } from '../../core/tenant/gate.ts';
import { refuseUnfitUser } from '../../identity/actions/create-user.ts';
import { hashPassword } from '../../identity/actions/sign-in.ts';
import { presentOpen } from '../present/invitations.ts';
import { type InvitationRow, lockInvitationBy } from '../queries/invitations.ts';
import { invitationHash, stateOf } from '../rules/invitation.ts';
import { addTenant } from './tenants.ts';

/** How long the link still tells how far the business is, after it was accepted. */
const TOLD_MS = DAY;

const gone = () => new Refused('link_expired', { detail: 'Ask whoever invited you to send the invitation again.' });

/** What a link leads to; 410 for one that was used, taken back, sent anew, or has run out. */
export const showInvitation = (core: Core, token: string): Promise<OpenInvitation> =>
  inConsole(core.database, async (tx) => {
    const row = await lockInvitationBy(tx, invitationHash(token));
    const now = core.clock.now();
    if (!row) throw gone();
    const state = stateOf(row, now);
    if (state === 'pending') return presentOpen(row, null, core.config.baseUrl);
    if (state !== 'accepted' || row.accepted_at! < now - TOLD_MS) throw gone();
    return presentOpen(row, await madeBy(tx, row), core.config.baseUrl);
  });

const madeBy = (tx: PublicDb, { tenant_id }: InvitationRow) =>
  tx
    .selectFrom('public.tenants')
    .select(['subdomain', 'provisioned_at', 'provision_error'])
    .where('id', '=', tenant_id)
    .executeTakeFirstOrThrow();

type Accepted = BodyOf<typeof contract> & { token: string };

/** Makes owner and business in one transaction; the worker makes the schemas, with hours and a first service in them. */
export async function acceptInvitation(
  core: Core,
  { token, ...given }: Accepted,
  witness: Witness,
): Promise<OpenInvitation> {
  const { name, password, weekdays, opens, closes, service_name, service_minutes, service_price_minor, ...about } =
    given;
  if (closes <= opens) throw fieldRefusal('/body/closes', `Choose a time after ${opens}`);
  // Slow on purpose, so it is not done while the row is held.
  const password_hash = await hashPassword(password);
  return inConsole(core.database, async (tx) => {
    const now = witness.at;
    const row = await lockInvitationBy(tx, invitationHash(token));
    if (!row || stateOf(row, now) !== 'pending') throw gone();
    refuseUnfitUser({ email: row.email, name, password, role: 'TENANT_OWNER' });
    const user_id = newId(now);
    const setup = {
      weekdays,
      opens,
      closes,
      service_name,
      service_minutes,
      service_price_minor,
      owner: { id: user_id, name },
    };
    const { business_name, ...place } = about;
    const tenant_id = await addTenant(
      tx,
      {
        ...place,
        name: business_name,
        tier: row.tier,
        is_temporary: false,
        provision: { setup },
        ...(row.overrides && { overrides: row.overrides }),
      },
      now,
    );
    await tx
      .insertInto('public.users')
      .values({
        id: user_id,
        tenant_id,
        role: 'TENANT_OWNER',
        email: row.email,
        name,
        password_hash,
        locale: place.locale,
        // The link was in a mail to this address.
        email_verified_at: new Date(now),
        created_at: new Date(now),
        updated_at: new Date(now),
      })
      .execute();
    const changed = { accepted_at: new Date(now), updated_at: new Date(now), tenant_id, mail_due_at: null };
    const accepted = await tx
      .updateTable('public.business_invitations')
      .set({ ...changed, revision: row.revision + 1 })
      .where('id', '=', row.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const actor = { id: user_id, email: row.email };
    const detail = { business_name, subdomain: place.subdomain, invitation_id: row.id };
    await audit(
      core,
      tx,
      { ...witness, actor, tenant_id, mode: null },
      { action: 'BUSINESS_INVITATION_ACCEPTED', detail },
    );
    return presentOpen(accepted, await madeBy(tx, accepted), core.config.baseUrl);
  });
}
