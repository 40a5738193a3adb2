import * as contract from '@smooth/contract/customers/imports.ts';
import { found } from '../../core/errors.ts';
import { ReadyText } from '../../core/http/ready.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { previewOf, startImport } from '../actions/imports.ts';
import { customersCsv, presentImport } from '../present/imports.ts';
import { customersToExport, importById } from '../queries/imports.ts';

export function importRoutes({ read, write }: Routes): void {
  read(contract.previewImport, { may: 'customer.import' }, ({ tenant, body }) => previewOf(tenant, body));
  write(contract.startImport, { may: 'customer.import' }, async ({ tx, body, actor }) =>
    presentImport(await startImport(tx, body, actor)),
  );
  read(contract.getImport, { may: 'customer.import' }, async ({ tenant, params }) =>
    presentImport(found((await ask(tenant, importById(params.id)))[0])),
  );
  read(contract.exportCustomers, { may: 'customer.export' }, async ({ tenant, query, reply }) => {
    void reply.header('content-disposition', 'attachment; filename="customers.csv"');
    return new ReadyText(customersCsv(await ask(tenant, customersToExport(query, tenant.now))));
  });
}
