import * as contract from '@smooth/contract/scheduling/services.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { addService, changeService, deleteService } from '../actions/services.ts';
import { presentService } from '../present/config.ts';
import { serviceById, serviceList, type ServiceRow, servicesFound } from '../queries/services.ts';

export function serviceRoutes({ read, write }: Routes): void {
  read(contract.listServices, { may: 'service.read' }, async ({ tenant, query, actor }) => {
    const place = serviceList.at(query);
    const rows = await ask(tenant, servicesFound(query, place));
    return place.page(rows, (row: ServiceRow) => presentService(row, tenant.row.currency, actor));
  });
  read(contract.getService, { may: 'service.read' }, async ({ tenant, params, actor }) => {
    const [row] = await ask(tenant, serviceById(params.id));
    return presentService(found(row), tenant.row.currency, actor);
  });
  write(contract.createService, { may: 'service.create' }, async ({ tenant, tx, body, actor }) =>
    presentService(await addService(tx, body, actor), tenant.row.currency, actor),
  );
  write(contract.changeService, { may: 'service.edit' }, async ({ tenant, tx, params, body, actor }) =>
    presentService(await changeService(tx, { ...params, ...body }, actor), tenant.row.currency, actor),
  );
  write(contract.deleteService, { may: 'service.delete' }, async ({ tx, params, actor }) => {
    await deleteService(tx, params.id, actor);
    return undefined;
  });
}
