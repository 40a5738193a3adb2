import { changeMe } from '@smooth/contract/identity/auth.ts';
import {
  askEmailVerification,
  askPasswordReset,
  changePassword,
  resetPassword,
  verifyEmail,
} from '@smooth/contract/identity/passwords.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { audit, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { found } from '../../core/errors.ts';
import type { May, Routes } from '../../core/http/route.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { type Guesses, tooMany } from '../actions/guesses.ts';
import { setLanguage } from '../actions/language.ts';
import { queueLetter } from '../actions/letters.ts';
import { takePass } from '../actions/passes.ts';
import { markEmailVerified, setPassword } from '../actions/passwords.ts';
import { demandProof } from '../actions/prove.ts';
import { handOut, renewSession } from '../actions/sessions.ts';
import { hashPassword } from '../actions/sign-in.ts';
import { userById } from '../queries/people.ts';
import { passTokenMode } from '../rules/pass-token.ts';

const byLink = (name: string): May & { place: 'any' } => ({
  may: 'everyone',
  place: 'any',
  link: (params) => passTokenMode(params[name]),
});

export function accountRoutes({ open }: Routes, core: Core, guesses: Guesses): void {
  const letterLimit = letterLimits(core);
  open(changePassword, { may: 'signed_in', place: 'any' }, async ({ visit, body, now, request, reply }) => {
    const asked = { core, guesses, visit, request };
    const user = await demandProof(asked, { password: body.current_password });
    const passwordHash = await hashPassword(body.new_password);
    const keep = visit.signedIn!.session.id;
    const token = await inGate(core.database, async (tx) => {
      await setPassword(tx, { userId: user.id, passwordHash, keep, now });
      await audit(core, tx, witnessOf(visit, request), { action: 'PASSWORD_CHANGED' });
      const { tenant_id, email } = user;
      await queueLetter(tx, { template: 'password_changed', tenant_id, mode: visit.mode, email, now });
      return renewSession(tx, keep, now);
    });
    handOut(core, reply, token);
    return undefined;
  });
  open(changeMe, { may: 'signed_in', place: 'any' }, async ({ visit, body: { locale }, now }) => {
    const userId = visit.signedIn!.session.user_id;
    await inGate(core.database, (tx) => setLanguage(tx, { userId, locale, now }));
    return undefined;
  });
  // The account is looked for when the mail is written, so that neither answer nor time tells whether there is one.
  open(askPasswordReset, { may: 'everyone', place: 'any' }, async ({ visit, body: { email }, now, request }) => {
    const tenant_id = visit.tenant?.id ?? null;
    const isHeard = await letterLimit(`${tenant_id}:${email.toLowerCase()}`, request.ip);
    await inGate(core.database, async (tx) => {
      const witness = { ...witnessOf(visit, request), actor: { id: null, email } };
      await audit(core, tx, witness, { action: 'PASSWORD_RESET_ASKED' });
      if (isHeard) await queueLetter(tx, { template: 'password_reset', tenant_id, mode: visit.mode, email, now });
    });
    return undefined;
  });
  open(resetPassword, byLink('reset_token'), async ({ visit, params, body, now, request }) => {
    const passwordHash = await hashPassword(body.new_password);
    const presented = { tenant_id: visit.tenant?.id ?? null, mode: visit.mode, now };
    await inGate(core.database, async (tx) => {
      const pass = await takePass(tx, { purpose: 'password_reset', token: params.reset_token, ...presented });
      const userId = pass.user_id!;
      await setPassword(tx, { userId, passwordHash, keep: null, now });
      await markEmailVerified(tx, userId, now);
      const actor = { id: userId, email: String(pass.detail['email']) };
      await audit(core, tx, { ...witnessOf(visit, request), actor }, { action: 'PASSWORD_RESET' });
    });
    return undefined;
  });
  open(askEmailVerification, { may: 'signed_in', place: 'any' }, async ({ visit, now, request }) => {
    const [row] = await askGate(core.database, userById(visit.signedIn!.session.user_id));
    const { tenant_id, email } = found(row);
    if (!(await letterLimit(`${tenant_id}:${email}`, request.ip))) tooMany();
    const letter = { template: 'email_verification', tenant_id, mode: visit.mode, email, now } as const;
    await inGate(core.database, (tx) => queueLetter(tx, letter));
    return undefined;
  });
  open(verifyEmail, byLink('verification_token'), async ({ visit, params, now, request }) => {
    const presented = { tenant_id: visit.tenant?.id ?? null, mode: visit.mode, now };
    await inGate(core.database, async (tx) => {
      const token = params.verification_token;
      const pass = await takePass(tx, { purpose: 'email_verification', token, ...presented });
      await markEmailVerified(tx, pass.user_id!, now);
      const actor = { id: pass.user_id, email: String(pass.detail['email']) };
      await audit(core, tx, { ...witnessOf(visit, request), actor }, { action: 'EMAIL_VERIFIED' });
    });
    return undefined;
  });
}

const WINDOW_SECONDS = (15 * MINUTE) / 1000;

/** How many mails may be asked for: of one account silently, of one address with a word. */
function letterLimits({ config }: Core) {
  const perAccount = new RateLimiterMemory({
    points: Math.max(3, config.signInAttempts / 2),
    duration: WINDOW_SECONDS,
  });
  const perAddress = new RateLimiterMemory({ points: config.signInAttempts * 10, duration: WINDOW_SECONDS });
  return async (account: string, ip: string): Promise<boolean> => {
    await perAddress.consume(ip).catch(tooMany);
    return perAccount.consume(account).then(
      () => true,
      () => false,
    );
  };
}
