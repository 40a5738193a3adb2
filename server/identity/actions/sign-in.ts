import { hash, verify } from '@node-rs/argon2';
import type { Selectable } from 'kysely';
import { auditAlone, type Witness } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import { askGate } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { accountsByEmail } from '../queries/sessions.ts';
import { boundMode } from '../rules/bound.ts';
import type { Guess, Guesses } from './guesses.ts';

export type UserRow = Selectable<PublicTables['public.users']>;

export const hashPassword = (password: string): Promise<string> => hash(password);

/** Verified when there is no such account, so that both answers take the same time. */
const nobody = hash('the password of nobody');

export interface Attempt extends Guess {
  /** A sandbox account signs in to the sandbox only; people of both modes are found in either. */
  sandbox: boolean;
  password: string;
  witness: Witness;
}

/** The account whose password this is. */
export async function checkPassword(core: Core, guesses: Guesses, attempt: Attempt): Promise<UserRow> {
  const { tenantId, email, password, sandbox, witness } = attempt;
  await guesses.count(attempt);
  const user = accountFor(await askGate(core.database, accountsByEmail(tenantId, email)), sandbox);
  if (!user || !(await isPasswordOf(user, password))) {
    if (!user) await isPasswordOf({ password_hash: null }, password);
    await auditAlone(core, witness, { action: 'SIGN_IN_FAILED' });
    throw new Refused('wrong_credentials');
  }
  await guesses.forgive(attempt);
  return user;
}

/** Staff and customers have an account for each mode, which may have the same e-mail. */
export const accountFor = <Account extends Pick<UserRow, 'role' | 'is_sandbox'>>(
  accounts: readonly Account[],
  sandbox: boolean,
): Account | undefined =>
  accounts.find((account) => {
    const bound = boundMode(account);
    return bound === null || (bound === 'sandbox') === sandbox;
  });

/** An account without a password takes as long as one with another. */
export async function isPasswordOf(user: Pick<UserRow, 'password_hash'>, password: string): Promise<boolean> {
  const matches = await verify(user.password_hash ?? (await nobody), password);
  return matches && user.password_hash !== null;
}
