import { type Business, datesAhead, makeBusiness, slotsPath } from '../business.ts';
import { allHold, aside, atLeast, atMost, type Metric } from '../figures.ts';
import { type Ground, onGround, type Served } from '../ground.ts';
import { demandOnly, get, load } from '../load.ts';
import { bookings } from '../bookings.ts';
import { compare, CONNECTIONS, firstVisits } from '../slots.ts';

/** One day of one resource that can be chosen among ten; 20,000 appointments; forty days at random. */
export const httpSlotsDay: Metric = {
  name: 'http.slots_day',
  measure: ({ quick }) => onGround((ground) => measure(ground, quick ? 3 : 12)),
};

async function measure(ground: Ground, seconds: number) {
  const size = { staff: 10, appointments: 20_000 };
  const business = await makeBusiness(ground.ownerUrl, 'salon', size);
  const others = [];
  for (const name of ['barber', 'nails', 'spa']) others.push(await makeBusiness(ground.ownerUrl, name, size));
  const served = await ground.serve();
  const requests = daysOf(business);
  const { figures, floor } = await compare(served, business, { requests, seconds });
  const cold = await firstVisits(
    served,
    others.map((other) => daysOf(other)[0]!),
  );
  const mixed = await withBookings(served, business, { requests, seconds: seconds / 3 });
  return allHold([
    atLeast('http.slots_day', floor.perSecond / 2, { value: figures.perSecond, unit: '/s', floor: floor.perSecond }),
    atMost('http.slots_day.p99', 15, { value: figures.p99, unit: 'ms', floor: floor.p99 }),
    aside('http.slots_day.p50', { value: figures.p50, unit: 'ms', floor: floor.p50 }),
    aside('http.slots_day.first', { value: cold.max, unit: 'ms', floor: floor.p50 }),
    aside('http.slots_day_mixed', { value: mixed.perSecond, unit: '/s', floor: floor.perSecond }),
    aside('http.slots_day_mixed.p99', { value: mixed.p99, unit: 'ms', floor: floor.p99 }),
  ]);
}

const daysOf = (business: Business) =>
  datesAhead(40).flatMap((date) =>
    business.staff.map((resource) => get(business.host, slotsPath(business, date, date, resource))),
  );

/** Every twentieth request books, so that what is remembered of the business goes out of date all the time. */
async function withBookings(served: Served, business: Business, work: { requests: string[]; seconds: number }) {
  const writes = bookings([business], { fromDay: 120, count: 2_000 });
  const requests = writes.flatMap((write, index) => [
    ...Array.from({ length: 19 }, (_, at) => work.requests[(index * 19 + at) % work.requests.length]!),
    write,
  ]);
  const { port } = served;
  const { by } = demandOnly(
    await load({ port, connections: CONNECTIONS, seconds: work.seconds, requests, once: true }),
    200,
    201,
  );
  return by['GET']!;
}
