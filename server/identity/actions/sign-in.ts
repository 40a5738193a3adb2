import { hash, verify } from '@node-rs/argon2';
import type { Selectable } from 'kysely';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { auditAlone, type Witness } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import { askGate } from '../../core/tenant/gate.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { accountsByEmail } from '../queries.ts';

export const hashPassword = (password: string): Promise<string> => hash(password);

/** Verified when there is no such account, so that both answers take the same time. */
const nobody = hash('the password of nobody');

interface Attempt {
  tenantId: string | null;
  /** A sandbox account signs in to the sandbox only; people of both modes are found in either. */
  sandbox: boolean;
  email: string;
  password: string;
  ip: string;
  witness: Witness;
}

const WINDOW_SECONDS = 15 * 60;

/**
 * Checks a password. Wrong ones are counted per account and address, so that guessing from elsewhere does not lock the
 * owner out, and per address, so that many accounts cannot be tried from one.
 */
export function passwordCheck(core: Core) {
  const perAccount = new RateLimiterMemory({ points: core.config.signInAttempts, duration: WINDOW_SECONDS });
  const perAddress = new RateLimiterMemory({ points: core.config.signInAttempts * 10, duration: WINDOW_SECONDS });
  return async ({
    tenantId,
    sandbox,
    email,
    password,
    ip,
    witness,
  }: Attempt): Promise<Selectable<PublicTables['public.users']>> => {
    const account = `${tenantId}:${email.toLowerCase()}:${ip}`;
    await Promise.all([refuseWhenUsedUp(perAccount, account), refuseWhenUsedUp(perAddress, ip)]);
    // Counted before the slow check, so that many tries at once are not all let in.
    await Promise.all([perAccount.consume(account), perAddress.consume(ip)]).catch(tooMany);
    const accounts = await askGate(core.database, accountsByEmail(tenantId, email));
    const bound = (user: (typeof accounts)[number]) => user.role === 'TENANT_STAFF' || user.role === 'CUSTOMER';
    const user = accounts.find((candidate) => !bound(candidate) || candidate.is_sandbox === sandbox);
    const matches = await verify(user?.password_hash ?? (await nobody), password);
    if (!user?.password_hash || !matches) {
      await auditAlone(core, witness, { action: 'SIGN_IN_FAILED' });
      throw new Refused('wrong_credentials');
    }
    await Promise.all([perAccount.delete(account), perAddress.reward(ip)]);
    return user;
  };
}

async function refuseWhenUsedUp(limiter: RateLimiterMemory, key: string): Promise<void> {
  const used = await limiter.get(key);
  if (used && used.remainingPoints <= 0) tooMany();
}

function tooMany(): never {
  throw new Refused('rate_limited', { detail: 'Too many attempts. Wait 15 minutes, or ask for a new password.' });
}
