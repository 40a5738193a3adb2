import { datesAhead, makeBusiness, slotsPath } from '../business.ts';
import { aside, atMost, type Metric } from '../figures.ts';
import { onGround } from '../ground.ts';
import { get } from '../load.ts';
import { compare } from '../slots.ts';

/** A month of a service that needs one of twenty staff and one of ten rooms; 100,000 appointments, two claims each. */
export const httpSlotsMonth: Metric = {
  name: 'http.slots_month',
  measure: ({ quick }) =>
    onGround(async (ground) => {
      const size = { staff: 20, rooms: 10, appointments: quick ? 20_000 : 100_000 };
      const business = await makeBusiness(ground.ownerUrl, 'hospital', size);
      const dates = datesAhead(60);
      const requests = dates
        .slice(0, 30)
        .map((from, day) => get(business.host, slotsPath(business, from, dates[day + 30])));
      const { figures, floor } = await compare(await ground.serve(), business, { requests, seconds: quick ? 3 : 12 });
      return [
        atMost('http.slots_month', 30, { value: figures.p95, unit: 'ms', floor: floor.p95 }),
        aside('http.slots_month.rate', { value: figures.perSecond, unit: '/s', floor: floor.perSecond }),
        aside('http.slots_month.p50', { value: figures.p50, unit: 'ms', floor: floor.p50 }),
      ];
    }),
};
