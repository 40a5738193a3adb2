import * as contract from '@smooth/contract/scheduling/blocks.ts';
import type { Actor } from '../../core/actor.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask, readTenant, send, type TenantDb } from '../../core/tenant/tenant.ts';
import { addClosure, changeClosure, deleteClosure } from '../actions/closures.ts';
import { presentAppointments } from '../present/appointments.ts';
import { presentClosure } from '../present/config.ts';
import { inClosure } from '../queries/affected.ts';
import { closureById, closureList, closuresFound, type CountedClosure } from '../queries/closures.ts';
import { instantOrNone } from '../../core/instants.ts';

export function closureRoutes({ read, write }: Routes): void {
  read(contract.listClosures, { may: 'closure.read' }, async ({ tenant, query, actor }) => {
    const place = closureList.at(query);
    const [from, to] = [instantOrNone(query.from, '/query/from'), instantOrNone(query.to, '/query/to')];
    const rows = await ask(tenant, closuresFound({ ...query, from, to }, place));
    return place.page(rows, (row: CountedClosure) => presentClosure(row, actor));
  });
  read(contract.getClosure, { may: 'closure.read' }, ({ tenant, params, actor }) =>
    readTenant(tenant, async (tx) => {
      const [[row]] = await send(tx, closureById(params.id));
      return withAffected(tx, found(row), actor);
    }),
  );
  write(contract.createClosure, { may: 'closure.create' }, async ({ tx, body, actor }) =>
    withAffected(tx, await addClosure(tx, body, actor), actor),
  );
  write(contract.changeClosure, { may: 'closure.edit' }, async ({ tx, params, body, actor }) =>
    withAffected(tx, await changeClosure(tx, { ...params, ...body }, actor), actor),
  );
  write(contract.deleteClosure, { may: 'closure.edit' }, async ({ tx, params, actor }) => {
    await deleteClosure(tx, params.id, actor);
    return undefined;
  });
}

async function withAffected(tx: TenantDb, row: CountedClosure, actor: Actor) {
  const [rows] = await send(tx, inClosure(row));
  return { closure: presentClosure(row, actor), affected: await presentAppointments(tx, rows, actor) };
}
