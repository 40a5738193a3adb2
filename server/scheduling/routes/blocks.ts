import * as contract from '@smooth/contract/scheduling/blocks.ts';
import type { Actor } from '../../core/actor.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask, readTenant, send, type TenantDb } from '../../core/tenant/tenant.ts';
import { addBlock, changeBlock, deleteBlock } from '../actions/blocks.ts';
import { presentAppointments } from '../present/appointments.ts';
import { presentBlock } from '../present/config.ts';
import { inTimeOff } from '../queries/affected.ts';
import { blockById, blockList, type BlockRow, blocksFound } from '../queries/blocks.ts';
import { instantOrNone } from '../../core/instants.ts';

export function blockRoutes({ read, write }: Routes): void {
  read(contract.listBlocks, { may: 'block.read' }, async ({ tenant, query, actor }) => {
    const place = blockList.at(query);
    const [from, to] = [instantOrNone(query.from, '/query/from'), instantOrNone(query.to, '/query/to')];
    const rows = await ask(tenant, blocksFound({ ...query, from, to }, place));
    return place.page(rows, (row: BlockRow) => presentBlock(row, actor));
  });
  read(contract.getBlock, { may: 'block.read' }, ({ tenant, params, actor }) =>
    readTenant(tenant, async (tx) => {
      const [[row]] = await send(tx, blockById(params.id));
      return withAffected(tx, found(row), actor);
    }),
  );
  write(contract.createBlock, { may: 'block.edit' }, async ({ tx, body, actor }) =>
    withAffected(tx, await addBlock(tx, body, actor), actor),
  );
  write(contract.changeBlock, { may: 'block.edit' }, async ({ tx, params, body, actor }) =>
    withAffected(tx, await changeBlock(tx, { ...params, ...body }, actor), actor),
  );
  write(contract.deleteBlock, { may: 'block.edit' }, async ({ tx, params, actor }) => {
    await deleteBlock(tx, params.id, actor);
    return undefined;
  });
}

const withAffected = async (tx: TenantDb, row: BlockRow, actor: Actor) => ({
  block: presentBlock(row, actor),
  affected: await presentAppointments(tx, await inTimeOff(tx, row), actor),
});
