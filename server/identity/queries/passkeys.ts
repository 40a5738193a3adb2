import { type Selectable, sql } from 'kysely';
import { publicQuery } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';

export type PasskeyRow = Selectable<PublicTables['public.passkeys']>;

export const passkeysOf = (userId: string) =>
  publicQuery
    .selectFrom('public.passkeys')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id');

export const passkeyByCredential = (credentialId: Buffer) =>
  publicQuery.selectFrom('public.passkeys').selectAll().where('credential_id', '=', credentialId);

/** Whether somebody has set up something beside their password; `userId` names a column of the query around it. */
export const hasSecondFactor = (userId: 'public.sessions.user_id' | 'public.users.id') => sql<boolean>`(
  EXISTS (SELECT FROM public.totp WHERE totp.user_id = ${sql.ref(userId)} AND confirmed_at IS NOT NULL)
  OR EXISTS (SELECT FROM public.passkeys WHERE passkeys.user_id = ${sql.ref(userId)}))`;

/** Of the person of the query around it. */
export const passkeyCount = sql<number>`(SELECT count(*)::int FROM public.passkeys WHERE passkeys.user_id = users.id)`;
