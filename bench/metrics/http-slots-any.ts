import { datesAhead, makeBusiness, slotsPath } from '../business.ts';
import { aside, atLeast, type Metric } from '../figures.ts';
import { onGround } from '../ground.ts';
import { get } from '../load.ts';
import { compare } from '../slots.ts';

/** One day, whoever of ten resources is free; 20,000 appointments; forty days at random. */
export const httpSlotsAny: Metric = {
  name: 'http.slots_any',
  measure: ({ quick }) =>
    onGround(async (ground) => {
      const business = await makeBusiness(ground.ownerUrl, 'salon', { staff: 10, appointments: 20_000 });
      const requests = datesAhead(40).map((date) => get(business.host, slotsPath(business, date)));
      const { figures, floor } = await compare(await ground.serve(), business, { requests, seconds: quick ? 3 : 12 });
      return [
        atLeast('http.slots_any', 2000, { value: figures.perSecond, unit: '/s', floor: floor.perSecond }),
        aside('http.slots_any.p50', { value: figures.p50, unit: 'ms', floor: floor.p50 }),
        aside('http.slots_any.p99', { value: figures.p99, unit: 'ms', floor: floor.p99 }),
      ];
    }),
};
