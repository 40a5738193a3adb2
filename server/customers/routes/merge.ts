import type { Customer } from '@smooth/contract/customers/customers.ts';
import * as contract from '@smooth/contract/customers/merge.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask, readTenant, send } from '../../core/tenant/tenant.ts';
import { demandMergeable, mergeCustomer, pairIn } from '../actions/merge.ts';
import { presentCustomer } from '../present/customer.ts';
import { customersById, readCustomer } from '../queries/customers.ts';
import { accountOf, appointmentsOf, likenessesFound, pairById } from '../queries/merge.ts';

export function mergeRoutes({ read, write }: Routes): void {
  read(contract.listDuplicates, { may: 'customer.merge' }, async ({ tenant, actor, query }) => {
    const pairs = await ask(tenant, likenessesFound(query.customer_id ?? null));
    if (pairs.length === 0) return { data: [] };
    const ids = [...new Set(pairs.flatMap((pair) => pair.ids))];
    const rows = new Map((await ask(tenant, customersById(ids, tenant.now))).map((row) => [row.id, row]));
    const shown = (id: string) => presentCustomer(found(rows.get(id)), actor);
    return {
      data: pairs.map(({ ids: [a, b], same }) => ({ customers: [shown(a), shown(b)] as [Customer, Customer], same })),
    };
  });
  read(contract.previewMerge, { may: 'customer.merge' }, ({ tenant, actor, params, query }) =>
    readTenant(tenant, async (tx) => {
      const { id } = params;
      const { into } = query;
      const [rows, accounts, [count]] = await send(tx, pairById([id, into]), accountOf(id), appointmentsOf(id));
      const { from, kept } = pairIn(rows, { id, into, pointer: '/query/into' });
      const result = demandMergeable(from, kept, accounts.length > 0);
      return {
        from: presentCustomer(await readCustomer(tx, id), actor),
        into: presentCustomer(await readCustomer(tx, into), actor),
        result,
        moved_appointments: count!.count,
      };
    }),
  );
  write(contract.mergeCustomer, { may: 'customer.merge' }, async ({ tx, actor, params, body }) =>
    presentCustomer(await mergeCustomer(tx, { ...params, ...body }, actor), actor),
  );
}
