import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, listing, type Place } from '../../core/db/listing.ts';
import { at } from '../../core/db/raw.ts';
import { type PublicDb, publicQuery } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import type { InvitationState } from '../rules/invitation.ts';

export type InvitationRow = Selectable<PublicTables['public.business_invitations']>;
/** Ids are in the order of their instants. */
export const invitationList = listing('business_invitations', { id: [byId('id')] });

interface Search {
  state?: InvitationState | undefined;
  now: Instant;
}

const inState = {
  accepted: () => sql<boolean>`accepted_at IS NOT NULL`,
  revoked: () => sql<boolean>`revoked_at IS NOT NULL`,
  expired: (now: Instant) => sql<boolean>`accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= ${at(now)}`,
  pending: (now: Instant) => sql<boolean>`accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ${at(now)}`,
};

export function invitationsFound({ state, now }: Search, place: Place) {
  const query = publicQuery.selectFrom('public.business_invitations').selectAll();
  return place.of(state ? query.where(inState[state](now)) : query);
}

export const lockInvitation = (tx: PublicDb, id: string): Promise<InvitationRow | undefined> =>
  tx.selectFrom('public.business_invitations').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const lockInvitationBy = (tx: PublicDb, hash: Buffer): Promise<InvitationRow | undefined> =>
  tx
    .selectFrom('public.business_invitations')
    .selectAll()
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();

/** The next mail that is to go out, which nobody else is at. */
export const nextDueInvitation = (tx: PublicDb, now: Instant): Promise<InvitationRow | undefined> =>
  tx
    .selectFrom('public.business_invitations')
    .selectAll()
    .where('mail_due_at', '<=', at(now))
    .orderBy('mail_due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
