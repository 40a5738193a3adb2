import * as contract from '@smooth/contract/scheduling/resources.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { addResourceType, changeResourceType, deleteResourceType } from '../actions/resource-types.ts';
import { presentResourceType } from '../present/config.ts';
import { type ResourceTypeRow, typeByKey, typeList, typesFound } from '../queries/resource-types.ts';

export function resourceTypeRoutes({ read, write }: Routes): void {
  read(contract.listResourceTypes, { may: 'resource.read' }, async ({ tenant, query, actor }) => {
    const place = typeList.at({ ...query, order: 'name' });
    return place.page(await ask(tenant, typesFound(place)), (row: ResourceTypeRow) => presentResourceType(row, actor));
  });
  read(contract.getResourceType, { may: 'resource.read' }, async ({ tenant, params, actor }) => {
    const [row] = await ask(tenant, typeByKey(params.key));
    return presentResourceType(found(row), actor);
  });
  write(contract.createResourceType, { may: 'resource.create' }, async ({ tx, body, actor }) =>
    presentResourceType(await addResourceType(tx, body, actor), actor),
  );
  write(contract.changeResourceType, { may: 'resource.edit' }, async ({ tx, params, body, actor }) =>
    presentResourceType(await changeResourceType(tx, { ...params, ...body }, actor), actor),
  );
  write(contract.deleteResourceType, { may: 'resource.delete' }, async ({ tx, params, actor }) => {
    await deleteResourceType(tx, params.key, actor);
    return undefined;
  });
}
