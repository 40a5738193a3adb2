import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';

/** Whose secret is tried, and from where. */
export interface Guess {
  tenantId: string | null;
  email: string;
  ip: string;
}

export interface Guesses {
  /** Counts a try before the slow check, so that many at once are not all let in; refuses when there were too many. */
  count(guess: Guess): Promise<void>;
  /** A right one takes back the wrong ones before it. */
  forgive(guess: Guess): Promise<void>;
}

const WINDOW_SECONDS = 15 * 60;

/**
 * Wrong passwords and codes are counted per account and address, so that guessing from elsewhere does not lock the owner
 * out, and per address, so that many accounts cannot be tried from one. One count for all ways to prove who one is.
 */
export function countedGuesses({ config }: Pick<Core, 'config'>): Guesses {
  const perAccount = new RateLimiterMemory({ points: config.signInAttempts, duration: WINDOW_SECONDS });
  const perAddress = new RateLimiterMemory({ points: config.signInAttempts * 10, duration: WINDOW_SECONDS });
  const accountOf = ({ tenantId, email, ip }: Guess) => `${tenantId}:${email.toLowerCase()}:${ip}`;
  return {
    async count(guess) {
      const account = accountOf(guess);
      await Promise.all([refuseWhenUsedUp(perAccount, account), refuseWhenUsedUp(perAddress, guess.ip)]);
      await Promise.all([perAccount.consume(account), perAddress.consume(guess.ip)]).catch(tooMany);
    },
    async forgive(guess) {
      await Promise.all([perAccount.delete(accountOf(guess)), perAddress.reward(guess.ip)]);
    },
  };
}

async function refuseWhenUsedUp(limiter: RateLimiterMemory, key: string): Promise<void> {
  const used = await limiter.get(key);
  if (used && used.remainingPoints <= 0) tooMany();
}

export function tooMany(): never {
  throw new Refused('rate_limited', { detail: 'Too many attempts. Wait 15 minutes, or ask for a new password.' });
}
