import type { Mode } from '@smooth/contract/identity/roles.ts';
import { HOUR, MINUTE, SECOND } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { auditAlone, sessionKey } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';

interface Ended {
  id: string;
  name: string;
  mode: Mode;
  tenant_id: string;
  /** Who made it. */
  user_id: string;
  email: string;
}

/**
 * Writes down that a token was used after its end. Who does it again and again does not fill the audit: from one address
 * it is told every ten minutes, and of one token twelve times an hour at most, by each process.
 */
export function misuseTold(core: Core) {
  const perAddress = new RateLimiterMemory({ points: 1, duration: (10 * MINUTE) / SECOND });
  const perToken = new RateLimiterMemory({ points: 12, duration: HOUR / SECOND });
  const isWorthTelling = (id: string, ip: string): Promise<boolean> =>
    perAddress
      .consume(`${id} ${ip}`)
      .then(() => perToken.consume(id))
      .then(
        () => true,
        () => false,
      );
  return async (token: Ended, { ip, now }: { ip: string; now: Instant }): Promise<void> => {
    const { id, name, mode, tenant_id, user_id, email } = token;
    if (!(await isWorthTelling(id, ip))) return;
    const nobody = { id: null, email: null };
    const from = { actor: nobody, acting_as: null, ip_address: ip, session_key: sessionKey(id) };
    await auditAlone(
      core,
      { at: now, tenant_id, mode, ...from },
      { action: 'TOKEN_USED_AFTER_REVOCATION', subject: { id: user_id, email }, detail: { token_id: id, name } },
    );
  };
}
