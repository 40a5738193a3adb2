import * as contract from '@smooth/contract/scheduling/locations.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { addLocation, changeLocation } from '../actions/locations.ts';
import { presentLocation } from '../present/config.ts';
import { allLocations } from '../queries/locations.ts';

export function locationRoutes({ read, write }: Routes): void {
  read(contract.listLocations, { may: 'location.read' }, async ({ tenant, actor }) => ({
    data: (await ask(tenant, allLocations)).map((row) => presentLocation(row, actor)),
  }));
  write(contract.createLocation, { may: 'location.create' }, async ({ tx, body, actor }) =>
    presentLocation(await addLocation(tx, body, actor), actor),
  );
  write(contract.changeLocation, { may: 'location.edit' }, async ({ tx, params, body, actor }) =>
    presentLocation(await changeLocation(tx, { ...params, ...body }, actor), actor),
  );
}
