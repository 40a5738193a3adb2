import { eventCatalogue } from '@smooth/contract/webhooks/catalogue.ts';
import * as contract from '@smooth/contract/webhooks/recorded.ts';
import { parseInstant } from '@smooth/engine/instant.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import '../policy.ts';
import { presentEvent } from '../present/events.ts';
import { eventById, eventList, type EventRow, eventsFound } from '../queries/events.ts';

export function eventRoutes({ read }: Routes): void {
  read(contract.listEvents, { may: 'event.read' }, async ({ tenant, query }) => {
    const { since, until, ...filter } = query;
    // The newest first.
    const place = eventList.at({ ...query, order: '-id' });
    const span = { since: instantOf(since), until: instantOf(until) };
    const rows = await ask(tenant, eventsFound({ ...filter, ...span }, place));
    return place.page(rows, (row: EventRow) => presentEvent(row, tenant));
  });
  read(contract.getEvent, { may: 'event.read' }, async ({ tenant, params }) =>
    presentEvent(found((await ask(tenant, eventById(params.id)))[0]), tenant),
  );
  read(contract.listEventTypes, { may: 'event.read' }, async () => ({
    data: eventCatalogue.map(({ event, description, example }) => ({ type: event.type, description, example })),
  }));
}

const instantOf = (text: string | undefined) => (text === undefined ? undefined : parseInstant(text)!);
