import * as contract from '@smooth/contract/scheduling/resources.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask, readTenant, send } from '../../core/tenant/tenant.ts';
import { deleteOverride, putOverride } from '../actions/overrides.ts';
import { addResource, changeResource, deleteResource } from '../actions/resources.ts';
import { presentOverride, presentResource } from '../present/config.ts';
import {
  overrideList,
  overridesOf,
  resourceById,
  resourceList,
  type ResourceRow,
  resourcesFound,
} from '../queries/resources.ts';

export function resourceRoutes(routes: Routes): void {
  readingRoutes(routes);
  writingRoutes(routes);
  overrideRoutes(routes);
}

function readingRoutes({ read }: Routes): void {
  read(contract.listResources, { may: 'resource.read' }, async ({ tenant, query, actor }) => {
    const place = resourceList.at(query);
    const rows = await ask(tenant, resourcesFound(query, place));
    return place.page(rows, (row: ResourceRow) => presentResource(row, actor));
  });
  read(contract.getResource, { may: 'resource.read' }, async ({ tenant, params, actor }) => {
    const [row] = await ask(tenant, resourceById(params.id));
    return presentResource(found(row), actor);
  });
}

function writingRoutes({ write }: Routes): void {
  write(contract.createResource, { may: 'resource.create' }, async ({ tx, body, actor }) =>
    presentResource(await addResource(tx, body, actor), actor),
  );
  write(contract.changeResource, { may: 'resource.edit' }, async ({ tx, params, body, actor }) =>
    presentResource(await changeResource(tx, { ...params, ...body }, actor), actor),
  );
  write(contract.deleteResource, { may: 'resource.delete' }, async ({ tx, params, actor }) => {
    await deleteResource(tx, params.id, actor);
    return undefined;
  });
}

function overrideRoutes({ read, write }: Routes): void {
  read(contract.listOverrides, { may: 'resource.read' }, ({ tenant, params, query }) => {
    const place = overrideList.at({ ...query, ...params, order: 'on' });
    return readTenant(tenant, async (tx) => {
      const [[resource], overrides] = await send(tx, resourceById(params.id), overridesOf(params.id, place));
      found(resource);
      return place.page(overrides, presentOverride);
    });
  });
  write(contract.putOverride, { may: 'resource.edit' }, async ({ tx, params, body, actor }) =>
    presentOverride(await putOverride(tx, { ...params, ...body }, actor)),
  );
  write(contract.deleteOverride, { may: 'resource.edit' }, async ({ tx, params, actor }) => {
    await deleteOverride(tx, params, actor);
    return undefined;
  });
}
