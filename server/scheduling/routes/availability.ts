import { explainAvailability, getAvailability } from '@smooth/contract/scheduling/availability.ts';
import type { Routes } from '../../core/http/route.ts';
import '../policy/appointments.ts';
import { presentExplanation } from '../present/explanation.ts';
import { offersJson } from '../present/offers.ts';
import { explained } from '../queries/explained.ts';
import { listOffers } from '../queries/offers.ts';
import { instantIn } from '../../core/instants.ts';
import { refuseLongRange } from '../rules/request.ts';

export function availabilityRoutes({ read }: Routes): void {
  read(getAvailability, { may: 'availability.read' }, async ({ tenant, query }) => {
    refuseLongRange(query);
    const { ignore_appointment_id: gone, time_zone: zone, ...asked } = query;
    return offersJson(await listOffers(tenant, { ...asked, zone, audience: 'business', ignore: gone ? [gone] : [] }));
  });
  read(explainAvailability, { may: 'availability.read' }, async ({ tenant, query }) =>
    presentExplanation(await explained(tenant, { ...query, start: instantIn(query.start) })),
  );
}
