import * as contract from '@smooth/contract/customers/person.ts';
import { auditAlone, auditWithin, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { readTenant, send, type Tenant } from '../../core/tenant/tenant.ts';
import { eraseCustomer } from '../actions/erase.ts';
import { type Person, presentPerson } from '../present/person.ts';
import * as person from '../queries/person.ts';

/** One person's data: handed out, and erased. */
export function personRoutes({ read, write }: Routes, core: Core): void {
  read(contract.exportCustomer, { may: 'customer.export' }, async ({ tenant, params, visit, request }) => {
    const exported = presentPerson(tenant, await personOf(tenant, params.id), 'business');
    const subject = { id: params.id, email: null };
    await auditAlone(core, witnessOf(visit, request), {
      action: 'DATA_EXPORTED',
      subject,
      detail: { what: 'customer' },
    });
    return exported;
  });
  read(contract.exportOwnData, { may: 'profile.read' }, async ({ tenant, actor, visit, request }) => {
    const id = actor.customer_id!;
    const exported = presentPerson(tenant, await personOf(tenant, id), 'customer');
    await auditAlone(core, witnessOf(visit, request), {
      action: 'DATA_EXPORTED',
      subject: { id, email: null },
      detail: { what: 'own data' },
    });
    return exported;
  });
  write(contract.eraseCustomer, { may: 'customer.erase' }, async ({ tx, params, body, actor, visit, request }) => {
    const erased = await eraseCustomer(tx, { ...params, ...body }, actor);
    const subject = { id: params.id, email: null };
    auditWithin(core, tx, witnessOf(visit, request), { action: 'DATA_ERASED', subject, detail: { ...erased } });
    return erased;
  });
}

/** As one instant saw it. */
const personOf = (tenant: Tenant, id: string): Promise<Person> =>
  readTenant(tenant, async (tx) => {
    const [[row], [account], sessions, appointments, changes, messages] = await send(
      tx,
      person.personById(id),
      person.accountById(id),
      person.sessionsOf(id),
      person.bookedBy(id),
      person.changesOf(id),
      person.messagesOf(id),
    );
    return { row: found(row), account, sessions, appointments, changes, messages };
  });
