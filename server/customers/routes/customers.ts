import * as contract from '@smooth/contract/customers/customers.ts';
import { found } from '../../core/errors.ts';
import { instantOrNone } from '../../core/instants.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { addCustomer, changeCustomer, deleteCustomer } from '../actions/change.ts';
import { presentCustomer } from '../present/customer.ts';
import { type CountedCustomer, customerById, customerList, customersFound, tagsInUse } from '../queries/customers.ts';

export function customerRoutes({ read, write }: Routes): void {
  read(contract.listCustomers, { may: 'customer.read' }, async ({ tenant, actor, query }) => {
    const place = customerList.at(query);
    const updated_since = instantOrNone(query.updated_since, '/query/updated_since');
    const rows = await ask(tenant, customersFound({ ...query, updated_since }, tenant.now, place));
    return place.page(rows, (row: CountedCustomer) => presentCustomer(row, actor));
  });
  read(contract.getCustomer, { may: 'customer.read' }, async ({ tenant, actor, params }) => {
    const [row] = await ask(tenant, customerById(params.id, tenant.now));
    return presentCustomer(found(row), actor);
  });
  read(contract.listCustomerTags, { may: 'customer.read' }, async ({ tenant }) => ({
    data: await ask(tenant, tagsInUse),
  }));
  write(contract.createCustomer, { may: 'customer.create' }, async ({ tx, actor, body }) =>
    presentCustomer(await addCustomer(tx, body, actor), actor),
  );
  write(contract.changeCustomer, { may: 'customer.edit' }, async ({ tx, actor, params, body }) =>
    presentCustomer(await changeCustomer(tx, { ...params, ...body }, actor), actor),
  );
  write(contract.deleteCustomer, { may: 'customer.delete' }, async ({ tx, actor, params }) => {
    await deleteCustomer(tx, params.id, actor);
    return undefined;
  });
}
