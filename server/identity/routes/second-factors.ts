import {
  confirmTotp,
  disableTotp,
  getSecondFactors,
  renewRecoveryCodes,
  startTotp,
} from '@smooth/contract/identity/totp.ts';
import { audit, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { found, Refused } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { beginTotp, confirmTotp as confirm, makeRecoveryCodes, removeTotp } from '../actions/codes.ts';
import type { Guesses } from '../actions/guesses.ts';
import { revokeSessions } from '../actions/sessions.ts';
import { secondFactorsOf } from '../queries/people.ts';
import { base32, otpauthUri } from '../rules/totp.ts';

export function secondFactorRoutes({ open }: Routes, core: Core, guesses: Guesses): void {
  open(getSecondFactors, { may: 'signed_in', place: 'any' }, async ({ visit }) => {
    const [row] = await askGate(core.database, secondFactorsOf(visit.signedIn!.session.user_id));
    return { ...found(row), is_required: core.config.production && visit.tenant === null };
  });
  open(startTotp, { may: 'signed_in', place: 'any' }, async ({ visit, now }) => {
    const { session, email } = visit.signedIn!;
    const secret = await inGate(core.database, (tx) => beginTotp(core, tx, session.user_id, now));
    const issuer = visit.tenant?.row.name ?? 'SmoothSchedule';
    return { secret: base32(secret), otpauth_uri: otpauthUri(secret, { issuer, account: email }) };
  });
  open(confirmTotp, { may: 'signed_in', place: 'any' }, async ({ visit, body: { code }, now, request }) => {
    const { session, email } = visit.signedIn!;
    const guess = { tenantId: session.tenant_id, email, ip: request.ip };
    await guesses.count(guess);
    const recovery_codes = await inGate(core.database, async (tx) => {
      if (!(await confirm(core, tx, { userId: session.user_id, code, now }))) throw new Refused('wrong_proof', noMatch);
      // Whoever came in without it comes in no longer.
      await revokeSessions(tx, session.user_id, { keep: session.id });
      await audit(core, tx, witnessOf(visit, request), { action: 'TOTP_ENABLED' });
      return makeRecoveryCodes(tx, session.user_id);
    });
    await guesses.forgive(guess);
    return { recovery_codes };
  });
  open(disableTotp, { may: 'signed_in', place: 'any' }, async ({ visit, request }) => {
    await inGate(core.database, async (tx) => {
      const removed = await removeTotp(tx, visit.signedIn!.session.user_id);
      if (removed) await audit(core, tx, witnessOf(visit, request), { action: 'TOTP_DISABLED' });
    });
    return undefined;
  });
  open(renewRecoveryCodes, { may: 'signed_in', place: 'any' }, async ({ visit, request }) =>
    inGate(core.database, async (tx) => {
      await audit(core, tx, witnessOf(visit, request), { action: 'RECOVERY_CODES_MADE' });
      return { recovery_codes: await makeRecoveryCodes(tx, visit.signedIn!.session.user_id) };
    }),
  );
}

const noMatch = {
  detail: 'The code does not match. Check that the clock of the device is right.',
  errors: [{ pointer: '/body/code', code: 'wrong_proof', detail: 'Type the code that the app shows now' }],
};
