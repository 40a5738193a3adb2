import * as contract from '@smooth/contract/customers/customers.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { addCustomer, changeCustomer, deleteCustomer } from '../actions/change.ts';
import { presentCustomer } from '../present/customer.ts';
import { customerById, customerCursor, customersFound, tagsInUse } from '../queries/customers.ts';

export function customerRoutes({ read, write }: Routes): void {
  read(
    contract.listCustomers,
    { may: 'customer.read' },
    async ({ tenant, actor, query: { limit, cursor, ...filter } }) => {
      const after = customerCursor.read(cursor);
      const rows = await ask(tenant, customersFound({ ...filter, limit, after }, tenant.now));
      return customerCursor.page(rows, {
        limit,
        keyOf: (row) => [row.sort_name, row.id],
        present: (row) => presentCustomer(row, actor),
      });
    },
  );
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
