import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/*
 * Is each guard noticed when it is gone? A copy of the tree loses one guard at a time, by one change of its text, and the
 * tests that should notice must fail. A change that finds nothing to change fails too, so the list stays true.
 */

interface Guard {
  guard: string;
  file: string;
  /** What stands there … */
  from: string;
  /** … and what stands there when the guard is gone. */
  to: string;
  /** The tests that notice. */
  tests: string[];
}

const matrix = ['server/api/isolation-matrix.test.ts'];
const isolation = ['server/tenancy/isolation.test.ts'];
const sessions = ['server/identity/sessions.test.ts'];
const egress = ['server/core/egress/egress.test.ts'];
const passkeys = ['server/identity/passkeys.test.ts'];
const tokenMatrix = ['server/api/token-matrix.test.ts'];
const bearer = ['server/tokens/bearer.test.ts'];
const race = ['server/scheduling/race.test.ts'];

const guards: Guard[] = [
  {
    guard: 'a role may only try what the policies name',
    file: 'server/core/http/route.ts',
    from: "!mayTry(visit.actor, action)) throw new Refused('forbidden')",
    to: '!mayTry(visit.actor, action)) void 0',
    tests: matrix,
  },
  {
    guard: 'nothing leaves that the contract does not name',
    file: 'server/core/http/answer.ts',
    from: 'pickerOf(schema)(result)',
    to: 'result',
    tests: ['server/scheduling/services.test.ts'],
  },
  {
    guard: 'who is not signed in stays out',
    file: 'server/core/http/route.ts',
    from: "if (!visit.signedIn) throw new Refused('unauthenticated');",
    to: '',
    tests: matrix,
  },
  {
    guard: 'a session counts where it was opened',
    file: 'server/api/doors.ts',
    from: "if (row.tenant_id !== home || isPlatform !== (place.at === 'platform')) return null;",
    to: '',
    tests: matrix,
  },
  {
    guard: 'an account of one mode is refused in the other',
    file: 'server/core/http/visit.ts',
    from: "if (asked !== null && stored !== null && asked !== stored) throw new Refused('mode_conflict');",
    to: '',
    tests: matrix,
  },
  {
    guard: 'staff and customers are bound to their mode',
    file: 'server/api/doors.ts',
    from: 'bound_mode: boundMode(row)',
    to: 'bound_mode: null',
    tests: matrix,
  },
  {
    guard: 'routes of the platform exist at the platform only',
    file: 'server/core/http/route.ts',
    from: "if (door.place === 'platform' && visit.place.at !== 'platform') throw new Refused('not_found');",
    to: '',
    tests: matrix,
  },
  {
    guard: 'the mode chooses the schema',
    file: 'server/core/tenant/tenant.ts',
    from: 'role: roleOf(row.id, mode),\n    schema: schemaOf(row.schema_name, mode)',
    to: "role: roleOf(row.id, 'live'),\n    schema: schemaOf(row.schema_name, 'live')",
    tests: matrix,
  },
  {
    guard: 'a manage link is sealed',
    file: 'server/scheduling/rules/manage-token.ts',
    from: 'timingSafeEqual(sealOf(secret, managed), bytes.subarray(16)) ? managed : null',
    to: '(void timingSafeEqual, managed)',
    tests: ['server/booking/booking.test.ts'],
  },
  {
    guard: 'a manage link is sealed for one business and mode',
    file: 'server/scheduling/rules/manage-token.ts',
    from: 'manage:${tenantId}:${mode}:${appointmentId}',
    to: 'manage:${appointmentId}',
    tests: ['server/scheduling/rules/manage-token.test.ts'],
  },
  {
    guard: 'a customer sees their own appointments',
    file: 'server/scheduling/policy/appointments.ts',
    from: "'appointment.read': { ...people, CUSTOMER: ownBooking }",
    to: "'appointment.read': { ...people, CUSTOMER: always }",
    tests: matrix,
  },
  {
    guard: 'the object itself is judged, not only the role',
    file: 'server/scheduling/routes/appointments.ts',
    from: "if (!appointmentPolicy.may(actor, 'appointment.read', row)) throw new Refused('not_found');",
    to: '',
    tests: matrix,
  },
  {
    guard: 'staff change what is at their chair',
    file: 'server/core/policy.ts',
    from: "if (!may(actor, action, object)) throw new Refused('forbidden');",
    to: '',
    tests: matrix,
  },
  {
    guard: 'a cursor counts in its own list, order and filters',
    file: 'server/core/db/listing.ts',
    from: 'if (given !== mark) throw',
    to: "if (mark === '') throw",
    tests: ['server/api/lists.test.ts'],
  },
  {
    guard: 'what has run out is no hold any more',
    file: 'server/scheduling/queries/holds.ts',
    from: ".where('expires_at', '>', at(now))",
    to: ".where('created_at', '<=', at(now))",
    tests: ['server/scheduling/config-lists.test.ts'],
  },
  {
    guard: 'a location where somebody was served stays, and so does the only one',
    file: 'server/scheduling/actions/locations.ts',
    from: "if (kept) throw new Refused('in_use', kept);",
    to: '',
    tests: ['server/scheduling/config-lists.test.ts'],
  },
  {
    guard: 'pages of other sites change nothing',
    file: 'server/core/http/origin.ts',
    from: 'if (safe.has(request.method)) return;',
    to: 'if (safe.has(request.method) || request.method) return;',
    tests: ['server/core/http/cross-site.test.ts'],
  },
  {
    guard: 'a sibling sub-domain is another site',
    file: 'server/core/http/origin.ts',
    from: "site === 'none') return;",
    to: "site === 'none' || site === 'same-site') return;",
    tests: ['server/core/http/cross-site.test.ts'],
  },
  {
    guard: 'a sign-in renews the session',
    file: 'server/identity/actions/sessions.ts',
    from: "if (before) await tx.deleteFrom('public.sessions')",
    to: "if (!before) await tx.deleteFrom('public.sessions')",
    tests: sessions,
  },
  {
    guard: 'a session runs out, and ends with the account',
    file: 'server/api/doors.ts',
    from: '!row || !row.is_active || row.expires_at <= now',
    to: '!row',
    tests: sessions,
  },
  {
    guard: 'guesses are counted',
    file: 'server/identity/actions/guesses.ts',
    from: 'await Promise.all([perAccount.consume(account), perAddress.consume(guess.ip)]).catch(tooMany);',
    to: '',
    tests: ['server/identity/sign-in.test.ts'],
  },
  {
    guard: 'whoever acts as somebody acts as nobody else, and does nothing that is for the person alone',
    file: 'server/core/http/route.ts',
    from: 'if ((endpoint.in_person || endpoint.sudo) && signedIn.masquerade) {',
    to: 'if (endpoint.in_person && endpoint.sudo && !signedIn) {',
    tests: ['server/identity/masquerade.test.ts'],
  },
  {
    guard: 'people of a business act as those of their own',
    file: 'server/identity/actions/masquerade.ts',
    from: 'return target.tenant_id === tenant.id && (boundMode(target) ?? mode) === mode;',
    to: 'return tenant !== null;',
    tests: ['server/identity/masquerade.test.ts'],
  },
  {
    guard: 'nobody gives what they do not have',
    file: 'server/identity/actions/permissions.ts',
    from: 'return mayGive(actor, action) ? [] :',
    to: 'return mayGive(actor, action) || actor ? [] :',
    tests: ['server/identity/permissions.test.ts'],
  },
  {
    guard: 'a grant ends at its second',
    file: 'server/identity/queries/permissions.ts',
    from: 'AND revoked_at IS NULL AND expires_at > ${at(now)}',
    to: 'AND revoked_at IS NULL AND created_at <= ${at(now)}',
    tests: ['server/identity/permissions.test.ts'],
  },
  {
    guard: 'what asks for a fresh proof of identity gets it',
    file: 'server/core/http/route.ts',
    from: "if (endpoint.sudo && proved_at <= now - PROOF_LASTS_MS) throw new Refused('sudo_required');",
    to: '',
    tests: ['server/identity/account.test.ts'],
  },
  {
    guard: 'a code counts once',
    file: 'server/identity/actions/codes.ts',
    from: ".where('last_step', '<', step)",
    to: '',
    tests: ['server/identity/second-factor.test.ts'],
  },
  {
    guard: 'a pass counts once',
    file: 'server/identity/actions/passes.ts',
    from: ".where(isThis(presented))\n    .where('used_at', 'is', null)\n    .where('expires_at', '>', at(presented.now))\n    .returningAll()",
    to: '.where(isThis(presented))\n    .returningAll()',
    tests: ['server/identity/account.test.ts'],
  },
  {
    guard: 'an entry of the audit has a code of our own',
    file: 'server/audit/rules/entry.ts',
    from: 'return own.length === mac.length && timingSafeEqual(own, mac);',
    to: 'return own.length > 0 && (timingSafeEqual(own, own), mac.length > 0);',
    tests: ['server/audit/audit.test.ts'],
  },
  {
    guard: 'a suspended business is not written to',
    file: 'server/core/tenant/tenant.ts',
    from: "if (tenant.row.status !== 'active') throw new Refused('business_suspended');",
    to: '',
    tests: sessions,
  },
  {
    guard: 'only what the contract says is changed while a business is suspended',
    file: 'server/core/http/route.ts',
    from: 'endpoint.while_suspended?.safeParse(given.body).success ?? false',
    to: 'endpoint.while_suspended?.safeParse(given.body).success ?? true',
    tests: ['server/api/suspended.test.ts'],
  },
  {
    guard: 'while a business is suspended, webhooks are switched off and nothing else of them is changed',
    file: 'server/core/http/route.ts',
    from: 'endpoint.while_suspended?.safeParse(given.body).success ?? false',
    to: 'endpoint.while_suspended !== undefined',
    tests: ['server/api/suspended.test.ts'],
  },
  {
    guard: 'tokens open nothing where the plan has no API',
    file: 'server/tokens/rules/state.ts',
    from: "return entitlements.permissions.public_api ? 'active' : 'not_in_plan';",
    to: "return 'active';",
    tests: bearer,
  },
  {
    guard: 'no webhook is added or switched on where the plan has none',
    file: 'server/tenancy/rules/in-plan.ts',
    from: 'if (!permissions[permission]) throw notInPlan(permission);',
    to: '',
    tests: ['server/webhooks/webhooks.test.ts'],
  },
  {
    guard: 'nothing is sent to webhooks where the plan has none',
    file: 'server/webhooks/reactions.ts',
    from: 'if (!tenant.row.entitlements.permissions.webhooks) return;',
    to: '',
    tests: ['server/webhooks/delivery.test.ts'],
  },
  {
    guard: 'the cookie is bound to its host',
    file: 'server/identity/actions/sessions.ts',
    from: "isHttps(core) ? '__Host-smooth' : 'smooth_session'",
    to: "isHttps(core) ? 'smooth_session' : 'smooth_session'",
    tests: sessions,
  },
  {
    guard: 'a transaction takes the role of its tenant',
    file: 'server/core/db/transaction.ts',
    from: 'SET LOCAL ROLE "${role}";',
    to: '',
    tests: isolation,
  },
  {
    guard: 'people of one tenant and mode see their own rows of shared tables',
    file: 'server/migrations/public/0001_tenancy_ground.sql',
    from: "USING (tenant_id = current_tenant() AND modes @> (current_mode() = 'sandbox')::int);",
    to: 'USING (true);',
    tests: ['server/tenancy/shared-rows.test.ts'],
  },
  {
    guard: 'what a grid after the previous appointment offers is booked',
    file: 'server/scheduling/actions/place.ts',
    from: 'from: start - before * MINUTE - 1,',
    to: 'from: start - before * MINUTE,',
    tests: ['server/scheduling/padding.test.ts'],
  },
  {
    guard: 'a booking sees what is taken',
    file: 'server/scheduling/queries/claims.ts',
    from: 'AND during && tstzrange(${at(from)}, ${at(until)})',
    to: 'AND during && tstzrange(${at(from)}, ${at(from)})',
    tests: race,
  },
  {
    guard: 'no two claims overlap, whatever the code above does',
    file: 'server/migrations/tenant/0001_scheduling_ground.sql',
    from: 'CONSTRAINT claims_never_overlap EXCLUDE USING gist (resource_id WITH =, lane WITH =, during WITH &&) WHERE (exclusive)',
    to: 'CHECK (lane < 1000)',
    tests: race,
  },
  {
    guard: 'no more seats are taken than there are, whatever the code above does',
    file: 'server/migrations/tenant/0001_scheduling_ground.sql',
    from: 'CHECK (seats_taken BETWEEN 0 AND seats)',
    to: 'CHECK (seats > 0)',
    tests: race,
  },
  {
    guard: 'seats are counted under the lock of the class',
    file: 'server/scheduling/actions/seats.ts',
    from: 'if (session.seats_left < wish.party_size)',
    to: 'if (session.seats_left < -1)',
    tests: race,
  },
  {
    guard: 'nothing is sent to an address that is not public',
    file: 'server/core/egress/destination.ts',
    from: 'return addresses.every(isOpen) ?',
    to: 'return addresses.length > 0 || addresses.every(isOpen) ?',
    tests: egress,
  },
  {
    guard: 'a connection goes to the address that was judged, without a second look-up',
    file: 'server/core/egress/send.ts',
    from: 'lookup: onlyTo(addresses),',
    to: '',
    tests: egress,
  },
  {
    guard: 'the challenge of a passkey is one of ours, for this, and not used yet',
    file: 'server/identity/actions/passkeys.ts',
    from: 'await takeCeremony(at, assertion.response.clientDataJSON, ceremony);',
    to: '',
    tests: passkeys,
  },
  {
    guard: 'a challenge that was given for something else opens nothing',
    file: 'server/identity/actions/passkeys.ts',
    from: "if (detail['ceremony'] !== kind || user_id !== userId) throw over();",
    to: '',
    tests: passkeys,
  },
  {
    guard: 'a passkey opens the business and mode of its person only',
    file: 'server/identity/actions/passkeys.ts',
    from: '!user || !isAtHome(user, visit)',
    to: '!user',
    tests: passkeys,
  },
  {
    guard: 'a passkey is used from its own origin',
    file: 'server/identity/actions/passkeys.ts',
    from: 'expectedOrigin: party.origin,',
    to: "expectedOrigin: JSON.parse(Buffer.from(assertion.response.clientDataJSON, 'base64url').toString()).origin,",
    tests: passkeys,
  },
  {
    guard: 'a copied passkey is noticed by its count',
    file: 'server/identity/actions/passkeys.ts',
    from: '(sign_count < ${count} OR (sign_count = 0 AND ${count} = 0))',
    to: 'true',
    tests: passkeys,
  },
  {
    guard: 'the second step takes a passkey of the same person',
    file: 'server/identity/actions/passkey-sign-in.ts',
    from: '(begun && begun.user_id !== user.id)',
    to: 'false',
    tests: passkeys,
  },
  {
    guard: 'people are invited to the platform by those who may give the role',
    file: 'server/identity/actions/platform-invitations.ts',
    from: '!mayInviteAs(by.actor, given.role)',
    to: 'false',
    tests: ['server/identity/platform-invitations.test.ts'],
  },
  {
    guard: 'an invitation to the platform is in the hands of whoever could have sent it',
    file: 'server/identity/actions/platform-invitations.ts',
    from: "platformPeoplePolicy.demand(actor, 'platform_user.invite', await invitationById(tx, id));",
    to: 'await invitationById(tx, id); void actor;',
    tests: ['server/identity/platform-invitations.test.ts'],
  },
  {
    guard: 'an invitation opens where it was sent from',
    file: 'server/identity/routes/invitations.ts',
    from: "place.at === 'platform' :",
    to: 'true :',
    tests: ['server/identity/platform-invitations.test.ts'],
  },
  {
    guard: 'somebody of the platform is changed from the state that was seen',
    file: 'server/identity/actions/platform-people.ts',
    from: ".where('revision', '=', revision)",
    to: '',
    tests: ['server/identity/platform-people.test.ts'],
  },
  {
    guard: 'people of the platform are changed by those above them',
    file: 'server/identity/actions/platform-people.ts',
    from: "platformPeoplePolicy.demand(actor, 'platform_user.edit', person);",
    to: '',
    tests: ['server/identity/platform-people.test.ts'],
  },
  {
    guard: 'only superusers give roles',
    file: 'server/identity/actions/platform-people.ts',
    from: "platformPeoplePolicy.demand(actor, 'platform_user.set_role', person);",
    to: 'void 0;',
    tests: ['server/identity/platform-people.test.ts'],
  },
  {
    guard: 'a webhook is asked for an address that is open to all',
    file: 'server/webhooks/routes/webhooks.ts',
    from: "if (!judged.ok) throw fieldRefusal('/body/url'",
    to: "if (!judged.ok && !core) throw fieldRefusal('/body/url'",
    tests: ['server/webhooks/webhooks.test.ts'],
  },
  {
    guard: 'an event says what the contract names and nothing else',
    file: 'server/webhooks/present/events.ts',
    from: 'return read?.success ? read.data : {};',
    to: 'return read?.success ? { ...payload } : {};',
    tests: ['server/webhooks/webhooks.test.ts'],
  },
  {
    guard: 'a business forgets its own customers only',
    file: 'server/migrations/public/0017_customers_erasure.sql',
    from: "DELETE FROM users WHERE id = person AND tenant_id = own AND role = 'CUSTOMER'",
    to: "DELETE FROM users WHERE id = person AND role = 'CUSTOMER'",
    tests: ['server/customers/erasure.test.ts'],
  },
  {
    guard: 'an erased person is taken out of the history, too',
    file: 'server/customers/actions/erase.ts',
    from: 'person.historyForgotten(everyone, appointments),',
    to: '',
    tests: ['server/customers/erasure.test.ts'],
  },
  {
    guard: 'a stale revision is refused',
    file: 'server/scheduling/actions/revision.ts',
    from: 'if (revision === null || revision === row.revision) return;',
    to: 'if (revision === null || revision !== -1) return;',
    tests: race,
  },
  {
    guard: 'a token counts at its own business',
    file: 'server/tokens/actions/identify.ts',
    from: 'return place.row.id === tenant_id ? place.row : null;',
    to: 'return place.row;',
    tests: tokenMatrix,
  },
  {
    guard: 'a token works in its own mode',
    file: 'server/core/http/bearer.ts',
    from: 'refuseOtherMode(request, bearer.mode);',
    to: '',
    tests: tokenMatrix,
  },
  {
    guard: 'the mode of a token chooses the schema',
    file: 'server/core/http/bearer.ts',
    from: 'handleOf(core, bearer.tenant, { mode: bearer.mode, now, request })',
    to: "handleOf(core, bearer.tenant, { mode: 'live', now, request })",
    tests: tokenMatrix,
  },
  {
    guard: 'what has no scope is closed to tokens',
    file: 'server/core/http/route.ts',
    from: "if (!isOpenToTokens(endpoint)) throw new Refused('session_only');",
    to: '',
    tests: tokenMatrix,
  },
  {
    guard: 'a token needs the scope',
    file: 'server/core/http/bearer.ts',
    from: 'if (scope === undefined || scopes.has(scope)) return;',
    to: 'if (scope === undefined || scopes) return;',
    tests: bearer,
  },
  {
    guard: 'a token that has ended opens nothing',
    file: 'server/tokens/actions/identify.ts',
    from: "throw new Refused('token_revoked');",
    to: '',
    tests: bearer,
  },
  {
    guard: 'a token opens what its maker may',
    file: 'server/tokens/rules/state.ts',
    from: "if (!maker?.is_active || (boundMode(maker) ?? mode) !== mode) return 'maker_left';",
    to: '',
    tests: bearer,
  },
  {
    guard: 'a token is refused beyond its limit',
    file: 'server/core/http/bearer.ts',
    from: 'if (!is_exceeded) return;',
    to: 'if (is_exceeded || !is_exceeded) return;',
    tests: bearer,
  },
  {
    guard: 'beside a token a cookie is not looked at',
    file: 'server/core/http/route.ts',
    from: 'const presented = session ? bearerIn(request) : null;',
    to: 'const presented = session && !request.headers.cookie ? bearerIn(request) : null;',
    tests: bearer,
  },
  {
    guard: 'only answers to tokens are read by other origins',
    file: 'server/core/http/cross-origin.ts',
    from: "(request.url.startsWith('/api/v1/') && bearerIn(request) !== null)",
    to: "(request.url.startsWith('/api/v1/') && bearerIn(request) !== '')",
    tests: ['server/core/http/cross-site.test.ts'],
  },
  {
    guard: 'a revocation is felt within a second',
    file: 'server/tokens/actions/identify.ts',
    from: 'const REMEMBERED_MS = 500;',
    to: 'const REMEMBERED_MS = 5000;',
    tests: ['server/tokens/leaks.test.ts'],
  },
  {
    guard: 'no token is left in the log of requests',
    file: 'server/tokens/actions/request-log.ts',
    from: 'path: withoutTokens(request.url)',
    to: 'path: request.url',
    tests: ['server/tokens/leaks.test.ts'],
  },
  {
    guard: 'a live token is kept nowhere, whatever the code above does',
    file: 'server/migrations/public/0015_tokens.sql',
    from: "CONSTRAINT live_tokens_have_no_plaintext CHECK (mode = 'sandbox' OR plaintext IS NULL),",
    to: '',
    tests: ['server/tokens/tokens.test.ts'],
  },
  {
    guard: 'a live token asks for a fresh proof',
    file: 'server/tokens/routes.ts',
    from: "if (body.mode === 'live') demandProof(visit);",
    to: '',
    tests: ['server/tokens/tokens.test.ts'],
  },
];

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
/** All of them in the long run; the usual one only looks whether the list is true. */
const chosen = process.env['LONG'] ? guards : [];

test('every guard stands where this list says', () => {
  const gone = guards.filter(({ file, from }) => !readFileSync(join(root, file), 'utf8').includes(from));
  expect(gone.map(({ guard }) => guard)).toEqual([]);
});

test.for(chosen.length > 0 ? ['every guard'] : [])(
  'a copy that has %s is green, so that what is red without one is red for it',
  { timeout: 1_200_000 },
  async (_, { onTestFinished }) => {
    const copy = mkdtempSync(join(tmpdir(), 'smooth-guards-'));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
    copyTree(copy);
    expect(await outcome(copy, [...new Set(guards.flatMap(({ tests }) => tests))])).not.toMatch(/\d+ failed/);
  },
);

test.for(chosen.map((one) => [one.guard, one] as const))(
  'without it the tests turn red: %s',
  { timeout: 600_000 },
  async ([, guard], { onTestFinished }) => {
    const copy = mkdtempSync(join(tmpdir(), 'smooth-guards-'));
    onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
    copyTree(copy);
    const path = join(copy, guard.file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(guard.from, () => guard.to),
    );
    expect(await outcome(copy, guard.tests)).toMatch(/\d+ failed/);
  },
);

const PARTS = ['engine', 'contract', 'client', 'docs', 'server', 'vitest.config.ts', 'package.json', 'tsconfig.json'];

/** What the tests of the server need; packages are looked up in the tree itself, its own ones in the copy. */
function copyTree(copy: string): void {
  const isSource = (path: string) => !/node_modules|\/dist(\/|$)/.test(path.slice(root.length));
  for (const part of PARTS) cpSync(join(root, part), join(copy, part), { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

async function outcome(copy: string, tests: string[]): Promise<string> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  // The first that is red is enough.
  const args = [vitest, 'run', '--root', copy, '--project', 'server', '--no-color', '--bail', '1', ...tests];
  const env = { ...process.env, LONG: '', NO_COLOR: '1' };
  const told = await run(process.execPath, args, { cwd: copy, env, maxBuffer: 64 * 1024 * 1024 }).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  return told.stdout.slice(-3000);
}
