import * as contract from '@smooth/contract/scheduling/classes.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { cancelClass, changeClass, scheduleClass } from '../actions/classes.ts';
import { moveClass } from '../actions/move-class.ts';
import '../policy/appointments.ts';
import { presentClass, presentClasses } from '../present/classes.ts';
import { classById, classesOf, classList, type ClassRow } from '../queries/classes.ts';
import { anyRules } from '../queries/rules.ts';
import { instantIn, instantOrNone } from '../../core/instants.ts';

export function classRoutes({ read, write }: Routes): void {
  read(contract.listClasses, { may: 'class.read' }, async ({ tenant, query, actor }) => {
    const place = classList.at(query);
    const from = instantOrNone(query.from, '/query/from');
    const to = instantOrNone(query.to, '/query/to');
    const rows = await ask(tenant, classesOf({ ...query, from, to }, place));
    const rules = await anyRules(tenant);
    return place.page(rows, (row: ClassRow) => presentClass(row, rules, actor));
  });
  read(contract.getClass, { may: 'class.read' }, async ({ tenant, params, actor }) => {
    const row = found((await ask(tenant, classById(params.id)))[0]);
    return (await presentClasses(tenant, [row], actor))[0]!;
  });
  write(
    contract.createClass,
    { may: 'class.create' },
    async ({ tx, body, actor }) =>
      (
        await presentClasses(tx, [await scheduleClass(tx, { ...body, start: instantIn(body.start), actor })], actor)
      )[0]!,
  );
  write(
    contract.changeClass,
    { may: 'class.edit' },
    async ({ tx, params, body, actor }) =>
      (await presentClasses(tx, [await changeClass(tx, { id: params.id, ...body, actor })], actor))[0]!,
  );
  write(contract.rescheduleClass, { may: 'class.reschedule' }, async ({ tx, params, body, actor }) => {
    const row = await moveClass(tx, { id: params.id, ...body, start: instantIn(body.start), actor });
    return (await presentClasses(tx, [row], actor))[0]!;
  });
  write(
    contract.cancelClass,
    { may: 'class.cancel' },
    async ({ tx, params, body, actor }) =>
      (
        await presentClasses(
          tx,
          [await cancelClass(tx, { id: params.id, ...body, reason: body.reason ?? null, actor })],
          actor,
        )
      )[0]!,
  );
}
