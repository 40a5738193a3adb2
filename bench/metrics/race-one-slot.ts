import { booking } from '../bookings.ts';
import { makeBusiness } from '../business.ts';
import { allHold, aside, atLeast, atMost, type Metric } from '../figures.ts';
import { onGround } from '../ground.ts';
import { demandOnly, load } from '../load.ts';
import { bookingRates } from './http-book.ts';

/** Ten thousand guests who want one time of one person. */
export const raceOneSlot: Metric = {
  name: 'race.one_slot',
  async measure(run) {
    const rate = (await bookingRates(run)).figures.perSecond;
    return onGround(async (ground) => {
      const business = await makeBusiness(ground.ownerUrl, 'salon', { staff: 5, appointments: 0 });
      const { port } = await ground.serve();
      const attempts = run.quick ? 1_000 : 10_000;
      const start = `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T10:00:00Z`;
      const requests = Array.from({ length: attempts }, (_, index) =>
        booking(business, { start, resource: business.staff[0]!, guest: String(index) }),
      );
      const work = { port, connections: 64, seconds: 240, requests, once: true };
      const figures = demandOnly(await load(work), 201, 409);
      if (figures.count < attempts) throw new Error(`Only ${figures.count} of ${attempts} were answered in time`);
      const refusals = (figures.statuses['409'] ?? 0) / (figures.count / figures.perSecond);
      const won = figures.statuses['201'] ?? 0;
      return allHold([
        atMost('race.one_slot', 1, { value: won, unit: 'won', floor: 1 }),
        atLeast('race.one_slot.least', 1, { value: won, unit: 'won' }),
        atLeast('race.one_slot.refusals', rate / 2, { value: refusals, unit: '/s', floor: rate }),
        aside('race.one_slot.p99', { value: figures.p99, unit: 'ms' }),
      ]);
    });
  },
};
