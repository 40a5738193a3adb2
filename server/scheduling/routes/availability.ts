import { explainAvailability, getAvailability } from '@smooth/contract/scheduling/availability.ts';
import { createHold, releaseHold as releaseHoldEndpoint } from '@smooth/contract/scheduling/holds.ts';
import type { Routes } from '../../core/http/route.ts';
import { isBusiness } from '../../core/actor.ts';
import { hold, releaseHold } from '../actions/holds.ts';
import '../policy/appointments.ts';
import { presentExplanation } from '../present/explanation.ts';
import { offersJson } from '../present/offers.ts';
import { presentHold } from '../present/hold.ts';
import { explained } from '../queries/explained.ts';
import { listOffers } from '../queries/offers.ts';
import { instantIn, refuseLongRange } from '../rules/request.ts';

export function availabilityRoutes({ read, write }: Routes): void {
  read(getAvailability, { may: 'availability.read' }, async ({ tenant, query }) => {
    refuseLongRange(query);
    const { ignore_appointment_id: gone, time_zone: zone, ...asked } = query;
    return offersJson(await listOffers(tenant, { ...asked, zone, audience: 'business', ignore: gone ? [gone] : [] }));
  });
  read(explainAvailability, { may: 'availability.read' }, async ({ tenant, query }) =>
    presentExplanation(await explained(tenant, { ...query, start: instantIn(query.start) })),
  );
  write(createHold, { may: 'hold.create' }, async ({ tx, body, actor }) =>
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
  write(releaseHoldEndpoint, { may: 'hold.release' }, async ({ tx, params }) => {
    await releaseHold(tx, params.id);
    return undefined;
  });
}
