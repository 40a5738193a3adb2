import { Id } from '@smooth/contract/core/fields.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { cursor } from '../../core/db/cursor.ts';
import { at } from '../../core/db/raw.ts';
import { type PublicDb, publicQuery } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import type { InvitationState } from '../rules/invitation.ts';

export type InvitationRow = Selectable<PublicTables['public.business_invitations']>;
export const invitationCursor = cursor(z.tuple([Id]));

interface Search {
  state?: InvitationState | undefined;
  now: Instant;
  limit: number;
  after: readonly [string] | null;
}

const inState = {
  accepted: () => sql<boolean>`accepted_at IS NOT NULL`,
  revoked: () => sql<boolean>`revoked_at IS NOT NULL`,
  expired: (now: Instant) => sql<boolean>`accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= ${at(now)}`,
  pending: (now: Instant) => sql<boolean>`accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ${at(now)}`,
};

export function invitationsFound({ state, now, limit, after }: Search) {
  let query = publicQuery
    .selectFrom('public.business_invitations')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (state) query = query.where(inState[state](now));
  return after ? query.where('id', '<', after[0]) : query;
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
