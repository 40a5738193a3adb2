import * as contract from '@smooth/contract/scheduling/locations.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { addLocation, changeLocation, deleteLocation } from '../actions/locations.ts';
import { presentLocation } from '../present/config.ts';
import { locationById, locationList, type LocationRow, locationsFound } from '../queries/locations.ts';

export function locationRoutes({ read, write }: Routes): void {
  read(contract.listLocations, { may: 'location.read' }, async ({ tenant, query, actor }) => {
    const place = locationList.at({ ...query, order: 'created_at' });
    return place.page(await ask(tenant, locationsFound(place)), (row: LocationRow) => presentLocation(row, actor));
  });
  read(contract.getLocation, { may: 'location.read' }, async ({ tenant, params, actor }) => {
    const [row] = await ask(tenant, locationById(params.id));
    return presentLocation(found(row), actor);
  });
  write(contract.createLocation, { may: 'location.create' }, async ({ tx, body, actor }) =>
    presentLocation(await addLocation(tx, body, actor), actor),
  );
  write(contract.changeLocation, { may: 'location.edit' }, async ({ tx, params, body, actor }) =>
    presentLocation(await changeLocation(tx, { ...params, ...body }, actor), actor),
  );
  write(contract.deleteLocation, { may: 'location.delete' }, async ({ tx, params, actor }) => {
    await deleteLocation(tx, params.id, actor);
    return undefined;
  });
}
