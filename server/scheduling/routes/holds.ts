import * as contract from '@smooth/contract/scheduling/holds.ts';
import { isBusiness } from '../../core/actor.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { readTenant, send } from '../../core/tenant/tenant.ts';
import { hold, releaseHold } from '../actions/holds.ts';
import '../policy/appointments.ts';
import { holdIn, presentHold } from '../present/hold.ts';
import { holdById, holdList, type HoldRow, holdsFound } from '../queries/holds.ts';
import { rulesIn } from '../queries/rules.ts';
import { instantIn } from '../../core/instants.ts';

export function holdRoutes({ read, write }: Routes): void {
  read(contract.listHolds, { may: 'hold.read' }, async ({ tenant, query }) => {
    const place = holdList.at({ ...query, order: 'start' });
    return readTenant(tenant, async (tx) => {
      const [rows] = await send(tx, holdsFound({ service_id: query.service_id, now: tenant.now }, place));
      const rules = await rulesIn(tx);
      return place.page(rows, (row: HoldRow) => holdIn(rules, row, tenant.row.currency));
    });
  });
  read(contract.getHold, { may: 'hold.read' }, ({ tenant, params }) =>
    readTenant(tenant, async (tx) => {
      const [[row]] = await send(tx, holdById(params.id, tenant.now));
      return holdIn(await rulesIn(tx), found(row), tenant.row.currency);
    }),
  );
  write(contract.createHold, { may: 'hold.create' }, async ({ tx, body, actor }) =>
    presentHold(
      tx,
      await hold(tx, {
        ...body,
        start: instantIn(body.start),
        actor,
        visitor: actor.id ?? '',
        online: !isBusiness(actor),
      }),
    ),
  );
  write(contract.releaseHold, { may: 'hold.release' }, async ({ tx, params }) => {
    await releaseHold(tx, params.id);
    return undefined;
  });
}
