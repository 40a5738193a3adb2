import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { me } from '@smooth/contract/identity/auth.ts';
import {
  createGrant,
  createPlatformGrant,
  getPermissions,
  getPlatformPermissions,
  listGivable,
  listGrants,
  revokeGrants,
  revokePlatformGrants,
  setPermissions,
} from '@smooth/contract/identity/permissions.ts';
import { roles } from '@smooth/contract/identity/roles.ts';
import { listStaff } from '@smooth/contract/identity/staff.ts';
import { listPlatformAudit } from '@smooth/contract/audit/audit.ts';
import { listPlatformUsers, setPlatformPermissions } from '@smooth/contract/platform/users.ts';
import { moveSandboxClock, resetSandbox } from '@smooth/contract/sandbox/sandbox.ts';
import { listServices } from '@smooth/contract/scheduling/services.ts';
import { permissionTable } from '../bin/permissions/print.ts';
import { mayTry, policyTable } from '../core/policy.ts';
import { idOf } from '../testing/cast.ts';
import { expect, test as plain } from '../testing/test.ts';

const test = plain.extend('tidy', { auto: true }, async ({ house }, { onCleanup }) => {
  onCleanup(async () => {
    await house.rows('public', 'DELETE FROM user_permissions');
    await house.rows('public', 'DELETE FROM permission_grants');
  });
  return null;
});

const document = readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8');
const uma = idOf('platform', 'uma');
const petra = idOf('platform', 'petra');

test('the printed table is what the policies say', () => {
  expect(document).toBe(permissionTable());
});

test('cell by cell, each role may try what the table shows', () => {
  const cells = document
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(cells).toHaveLength(policyTable().length);
  for (const [action, ...signs] of cells)
    for (const [index, role] of roles.entries()) {
      const actor = { kind: 'user', id: 'x', name: 'X', role, resource_ids: [], customer_id: null } as const;
      expect(mayTry(actor, action!.replaceAll('`', '')), `${action} as ${role}`).toBe(signs[index] !== '');
    }
});

/* Decided here by hand, so that a policy that slips is noticed. */
test.for([
  ['staff.permit', ['TENANT_OWNER', 'TENANT_MANAGER']],
  ['grant.create', ['TENANT_OWNER', 'TENANT_MANAGER']],
  ['audit.read', ['TENANT_OWNER', 'TENANT_MANAGER']],
  ['platform_audit.read', ['SUPERUSER', 'PLATFORM_MANAGER']],
  ['platform_user.permit', ['SUPERUSER', 'PLATFORM_MANAGER']],
  ['masquerade.start', ['SUPERUSER', 'PLATFORM_SALES', 'PLATFORM_SUPPORT', 'TENANT_OWNER']],
  ['can_approve_plugins', ['SUPERUSER']],
] as const)('%s belongs to %j', ([action, wanted]) => {
  const row = policyTable().find((one) => one.action === action);
  expect(Object.keys(row!.roles).sort()).toEqual([...wanted].sort());
});

test('a member of staff gets an action for good, and loses it again', async ({ salon, marek, ana, olga }) => {
  const at = { params: { id: salon.users.ana } };
  const path = '/api/v1/audit';
  expect(await ana.get(path)).toBeRefused(403, 'forbidden');
  const given = await olga.call(setPermissions, { ...at, body: { permissions: ['audit.read'] } });
  expect(given.body).toMatchObject({ permissions: ['audit.read'], can: { permit: true } });
  expect((await ana.get(path)).status).toBe(200);
  expect((await ana.call(me)).body.permissions).toContain('audit.read');
  const shown = (await marek.call(listStaff)).body.data.find(({ id }) => id === salon.users.ana);
  expect(shown!.permissions).toEqual(['audit.read']);
  await olga.call(setPermissions, { ...at, body: { permissions: [] } });
  expect(await ana.get(path)).toBeRefused(403, 'forbidden');
});

test('nobody gives what they do not have, to whom it means nothing, or past whom they may', async ({
  salon,
  marek,
  olga,
  ana,
}) => {
  const give = (person: typeof marek, id: string, permissions: string[]) =>
    person.call(setPermissions, { params: { id }, body: { permissions } });
  expect(await give(olga, salon.users.ana, ['masquerade.start'])).toBeRefused(
    400,
    'malformed_request',
    '/body/permissions/0',
  );
  expect(await give(olga, salon.users.ana, ['platform_audit.read'])).toBeRefused(400, 'malformed_request');
  expect(await give(olga, salon.users.ana, ['no.such_thing'])).toBeRefused(400, 'malformed_request');
  expect(await give(marek, salon.users.marek, ['audit.read'])).toBeRefused(403, 'forbidden');
  expect(await give(marek, salon.users.olga, ['audit.read'])).toBeRefused(403, 'forbidden');
  expect(await give(olga, salon.users.maya, ['audit.read'])).toBeRefused(404, 'not_found');
  expect(await give(ana, salon.users.ben, [])).toBeRefused(403, 'forbidden');
  expect((await olga.call(listGivable)).body.data.map(({ action }) => action)).not.toContain('staff.permit');
});

test('what was given for a while cannot be passed on', async ({ salon, olga, ana }) => {
  const grantee_id = salon.users.ana;
  await olga.call(setPermissions, { params: { id: grantee_id }, body: { permissions: ['grant.read'] } });
  await olga.call(createGrant, { body: { grantee_id, action: 'audit.read', reason: 'Month end' } });
  const givable = (await ana.call(listGivable)).body.data.map(({ action }) => action);
  expect(givable).toContain('grant.read');
  expect(givable).not.toContain('audit.read');
});

test('a grant works at once, is seen in can, and ends at its second', async ({ salon, olga, at }) => {
  const { cookie } = await salon.people.ana.signedIn();
  const visitor = salon.visitor;
  const edits = async () =>
    (await visitor.call(listServices, {}, { cookie })).body.data.map(({ can }) => (can as { edit: boolean }).edit);
  expect(await edits()).not.toContain(true);
  const body = { grantee_id: salon.users.ana, action: 'service.edit', reason: 'New prices' };
  const granted = await olga.call(createGrant, { body });
  expect(granted.body).toMatchObject({ status: 'active', expires_at: '2026-07-14T08:30:00Z', can: { revoke: true } });
  expect(await edits()).not.toContain(false);
  at('2026-07-14T08:29:59Z');
  expect(await edits()).not.toContain(false);
  at('2026-07-14T08:30:00Z');
  expect(await edits()).not.toContain(true);
  const [listed] = (await olga.call(listGrants)).body.data;
  expect(listed).toMatchObject({
    status: 'expired',
    grantor: { name: 'Olga' },
    grantee: { name: 'Ana' },
    can: { revoke: false },
  });
});

test('what somebody may do is shown action by action, with its source and with what can be done about it', async ({
  salon,
  olga,
  marek,
}) => {
  const grantee_id = salon.users.ana;
  await olga.call(setPermissions, { params: { id: grantee_id }, body: { permissions: ['customer.import'] } });
  await olga.call(createGrant, { body: { grantee_id, action: 'audit.read', reason: 'Month end' } });
  const seenBy = async (person: typeof olga, id: string) => {
    const { data } = (await person.call(getPermissions, { params: { id } })).body;
    return (action: string) => data.find((one) => one.action === action);
  };
  const ana = await seenBy(olga, grantee_id);
  const never = { by_role: null, is_given: false, granted_until: null, can: { give: true, take: false } };
  expect(ana('customer.export')).toEqual({ action: 'customer.export', ...never });
  expect(ana('customer.import')).toMatchObject({ is_given: true, can: { give: false, take: true } });
  expect(ana('customer.read')).toMatchObject({ by_role: 'always', can: { give: false, take: false } });
  expect(ana('appointment.cancel')).toMatchObject({ by_role: 'when', can: { give: true } });
  expect(ana('audit.read')).toMatchObject({ is_given: false, granted_until: '2026-07-14T08:30:00Z' });
  // What the giver has in part only, and what means nothing in a business.
  expect(ana('staff.permit')).toMatchObject({ can: { give: false } });
  expect(ana('platform_audit.read')).toBeUndefined();
  expect((await seenBy(marek, grantee_id))('staff.invite_manager')).toMatchObject({ can: { give: false } });
  expect((await seenBy(marek, salon.users.olga))('sandbox.switch')).toMatchObject({
    by_role: 'always',
    can: { give: false, take: false },
  });
});

test('a grant of a sandbox whose clock is ahead lasts no longer', async ({ salonTest, at }) => {
  const { olga } = salonTest.people;
  await olga.call(moveSandboxClock, { body: { now: '2026-07-21T08:00:00Z' } });
  // A business is remembered for a second.
  at('2026-07-14T08:00:02Z');
  const body = { grantee_id: salonTest.users.marek, action: 'staff.invite_manager', reason: 'Trying', minutes: 1 };
  expect((await olga.call(createGrant, { body })).body.expires_at).toBe('2026-07-14T08:01:02Z');
  at('2026-07-14T08:01:02Z');
  expect((await olga.call(listGrants)).body.data[0]).toMatchObject({ status: 'expired' });
  await olga.call(resetSandbox);
});

test('grants are taken back, one or many, at once', async ({ salon, olga, ana, clinic }) => {
  const actions = ['audit.read', 'grant.read'];
  const ids = [];
  for (const action of actions) {
    const body = { grantee_id: salon.users.ana, action, reason: 'Month end', minutes: 5 };
    ids.push((await olga.call(createGrant, { body })).body.id);
  }
  expect((await clinic.people.carla.call(revokeGrants, { body: { ids } })).body).toEqual({ revoked: 0 });
  expect((await ana.get('/api/v1/audit')).status).toBe(200);
  expect((await olga.call(revokeGrants, { body: { ids } })).body).toEqual({ revoked: 2 });
  expect(await ana.get('/api/v1/audit')).toBeRefused(403, 'forbidden');
  expect((await olga.call(revokeGrants, { body: { ids } })).body).toEqual({ revoked: 0 });
  for (const { status } of (await olga.call(listGrants)).body.data) expect(status).toBe('revoked');
});

test('a grant of the sandbox is worth nothing in the live business', async ({ salon, salonTest, marek, olga }) => {
  // Managers live in both modes with one account.
  await salonTest.people.olga.call(createGrant, {
    body: { grantee_id: salon.users.marek, action: 'staff.read', reason: 'Trying' },
  });
  expect((await salonTest.people.olga.call(listGrants)).body.data).toHaveLength(1);
  expect((await olga.call(listGrants)).body.data).toEqual([]);
  expect((await marek.call(me)).status).toBe(200);
});

test('a manager of the platform changes support, and no other manager; the permission holds there', async ({
  platform,
}) => {
  const { root, petra: manager, uma: support } = platform;
  const give = (person: typeof root, id: string, permissions: string[]) =>
    person.call(setPlatformPermissions, { params: { id }, body: { permissions } });
  expect(await give(manager, petra, [])).toBeRefused(403, 'forbidden');
  expect(await give(manager, idOf('platform', 'sam'), [])).toBeRefused(403, 'forbidden');
  expect(await give(manager, uma, ['can_approve_plugins'])).toBeRefused(
    400,
    'malformed_request',
    '/body/permissions/0',
  );
  expect((await give(root, petra, ['can_approve_plugins'])).status).toBe(200);
  expect((await give(manager, uma, ['can_approve_plugins'])).body.permissions).toEqual(['can_approve_plugins']);
  expect((await support.call(me)).body.permissions).toContain('can_approve_plugins');
});

test('on the platform, too, a grant holds for its time', async ({ platform, salon, at }) => {
  const { root, uma: support } = platform;
  expect(await support.call(listPlatformAudit)).toBeRefused(403, 'forbidden');
  const body = { grantee_id: uma, action: 'platform_audit.read', reason: 'Looking into last night', minutes: 1 };
  const { id } = (await root.call(createPlatformGrant, { body })).body;
  expect((await support.call(listPlatformAudit)).status).toBe(200);
  at('2026-07-14T08:01:00Z');
  expect(await support.call(listPlatformAudit)).toBeRefused(403, 'forbidden');
  const whom = { params: { id: uma } };
  const permission = (await root.call(getPlatformPermissions, whom)).body.data.find(
    ({ action }) => action === 'platform_audit.read',
  );
  expect(permission).toMatchObject({ by_role: null, granted_until: null, can: { give: true } });
  expect(await support.call(getPlatformPermissions, whom)).toBeRefused(403, 'forbidden');
  // People of businesses have theirs there.
  expect(await root.call(getPlatformPermissions, { params: { id: salon.users.ana } })).toBeRefused(404, 'not_found');
  expect((await root.call(revokePlatformGrants, { body: { ids: [id] } })).body).toEqual({ revoked: 0 });
});

test('the console lists people over all businesses, with what may be done with each', async ({ platform, salon }) => {
  const found = (await platform.uma.call(listPlatformUsers, { query: { q: 'OLGA@' } })).body.data;
  expect(found).toMatchObject([
    {
      id: salon.users.olga,
      role: 'TENANT_OWNER',
      tenant: { subdomain: 'salon' },
      can: { masquerade: true, permit: false },
    },
  ]);
  const people = (await platform.petra.call(listPlatformUsers, { query: { limit: 200 } })).body.data;
  expect(people.some(({ can }) => can.masquerade)).toBe(false);
  expect(people.filter(({ can }) => can.permit).map(({ role }) => role)).toEqual(['PLATFORM_SUPPORT']);
  const own = (await platform.root.call(listPlatformUsers, { query: { role: 'SUPERUSER' } })).body.data;
  expect(own.map(({ can }) => can.masquerade)).toEqual([false]);
  expect(await platform.sam.call(listPlatformUsers)).toBeRefused(403, 'forbidden');
});
