import {
  createPlatformGrant,
  getPlatformPermissions,
  listPlatformGrants,
  revokePlatformGrants,
} from '@smooth/contract/identity/permissions.ts';
import {
  changePlatformUser,
  listPlatformUsers,
  setPlatformPermissions,
  setPlatformSwitch,
} from '@smooth/contract/platform/users.ts';
import { audit, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { fieldRefusal, found, Refused } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { askConsole, inGate } from '../../core/tenant/gate.ts';
import { grant, replacePermissions, revokeGrants, switchPermission } from '../actions/permissions.ts';
import { changePlatformPerson, type PermissionChange, permitPlatformPerson } from '../actions/platform-people.ts';
import { platformPeoplePolicy } from '../policy.ts';
import { presentGrant } from '../present/people.ts';
import { presentPerson } from '../present/platform-people.ts';
import { presentPermissions } from '../present/permissions.ts';
import { activeGrantsOf, grantsIn } from '../queries/permissions.ts';
import { peopleFound, peopleList, personById, type PersonRow } from '../queries/platform-people.ts';

export function platformPeopleRoutes(routes: Routes, core: Core): void {
  peopleRoutes(routes, core);
  permitRoutes(routes, core);
  editRoute(routes, core);
  grantRoutes(routes, core);
}

function peopleRoutes({ open }: Routes, core: Core): void {
  open(listPlatformUsers, { may: 'platform_user.read', place: 'platform' }, async ({ actor, query }) => {
    const place = peopleList.at({ ...query, order: 'name' });
    const rows = await askConsole(core.database, peopleFound(query, place));
    return place.page(rows, (row: PersonRow) => presentPerson(row, actor));
  });
  open(
    getPlatformPermissions,
    { may: 'platform_grant.read', place: 'platform' },
    async ({ actor, params: { id }, now }) => {
      const person = found(await personById(core, id));
      // People of businesses have their permissions there.
      if (person.tenant_id !== null) throw new Refused('not_found');
      const grants = await inGate(core.database, (tx) => activeGrantsOf(tx, id, now));
      const mayChange = (['platform_user.permit', 'platform_grant.create'] as const).some((action) =>
        platformPeoplePolicy.may(actor, action, person),
      );
      return { data: presentPermissions(actor, { ...person, grants }, mayChange) };
    },
  );
}

function permitRoutes({ open }: Routes, core: Core): void {
  const may = { may: 'platform_user.permit', place: 'platform' } as const;
  open(setPlatformPermissions, may, async ({ actor, params: { id }, body, visit, request }) => {
    const change: PermissionChange = (tx, giving) => replacePermissions(tx, giving, body.permissions);
    await permitPlatformPerson(core, { id, change }, { actor, witness: witnessOf(visit, request) });
    return presentPerson(found(await personById(core, id)), actor);
  });
  open(setPlatformSwitch, may, async ({ actor, params: { id, action }, body: { is_on }, visit, request }) => {
    const change: PermissionChange = (tx, giving) => switchPermission(tx, giving, { action, is_on });
    await permitPlatformPerson(core, { id, change }, { actor, witness: witnessOf(visit, request) });
    return presentPerson(found(await personById(core, id)), actor);
  });
}

function editRoute({ open }: Routes, core: Core): void {
  const may = { may: 'platform_user.edit', place: 'platform' } as const;
  open(changePlatformUser, may, async ({ actor, params: { id }, body, visit, request }) => {
    await changePlatformPerson(core, { id, ...body }, { actor, witness: witnessOf(visit, request) });
    return presentPerson(found(await personById(core, id)), actor);
  });
}

function grantRoutes({ open }: Routes, core: Core): void {
  open(listPlatformGrants, { may: 'platform_grant.read', place: 'platform' }, async ({ actor, now }) => {
    const rows = await inGate(core.database, (tx) => grantsIn(tx, null).execute());
    return { data: rows.map((row) => presentGrant(row, now, actor.id !== row.grantee_id)) };
  });
  open(
    createPlatformGrant,
    { may: 'platform_grant.create', place: 'platform' },
    async ({ actor, body: { grantee_id, ...about }, visit, now, request }) => {
      const to = await personById(core, grantee_id);
      if (!to || to.tenant_id !== null)
        throw fieldRefusal('/body/grantee_id', 'There is nobody with this id on the platform');
      platformPeoplePolicy.demand(actor, 'platform_grant.create', to);
      return inGate(core.database, async (tx) => {
        const row = await grant(tx, { actor, to, tenant_id: null, mode: 'live', now }, about);
        const { action, reason, minutes } = about;
        const subject = { id: to.id, email: to.email };
        const happening = { action: 'GRANT_CREATED', subject, reason, detail: { action, minutes } } as const;
        await audit(core, tx, witnessOf(visit, request), happening);
        return presentGrant(row, now, true);
      });
    },
  );
  open(
    revokePlatformGrants,
    { may: 'platform_grant.create', place: 'platform' },
    async ({ actor, body, visit, now, request }) =>
      inGate(core.database, async (tx) => {
        const revoked = await revokeGrants(tx, { actor, tenant_id: null, now }, body.ids);
        for (const { action, grantee_id, grantee_email } of revoked) {
          const subject = { id: grantee_id, email: grantee_email };
          await audit(core, tx, witnessOf(visit, request), { action: 'GRANT_REVOKED', subject, detail: { action } });
        }
        return { revoked: revoked.length };
      }),
  );
}
