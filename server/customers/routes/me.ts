import * as contract from '@smooth/contract/customers/me.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { changeCustomer } from '../actions/change.ts';
import { presentOwn } from '../present/customer.ts';
import { customerById } from '../queries/customers.ts';

/** Whoever is signed in as a customer, and nobody else's record. */
export function profileRoutes({ read, write }: Routes): void {
  read(contract.getOwnProfile, { may: 'profile.read' }, async ({ tenant, actor }) => {
    const [row] = await ask(tenant, customerById(actor.customer_id!, tenant.now));
    return presentOwn(found(row));
  });
  write(contract.changeOwnProfile, { may: 'profile.edit' }, async ({ tx, actor, body }) =>
    presentOwn(await changeCustomer(tx, { id: actor.customer_id!, ...body }, actor)),
  );
}
