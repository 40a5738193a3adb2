import { bookings } from '../bookings.ts';
import { type Business, makeBusiness } from '../business.ts';
import { allHold, aside, atLeast, atMost, type Metric, type Run } from '../figures.ts';
import { type Ground, onGround } from '../ground.ts';
import { demandOnly, load, type LoadFigures, post } from '../load.ts';
import { asOwner } from '../../server/testing/cluster.ts';
import { CONNECTIONS } from '../slots.ts';

/** Public bookings of ten businesses with five resources each: customer, claim, event and idempotency key, on disk. */
export const httpBook: Metric = {
  name: 'http.book',
  async measure(run) {
    const { figures, floor, withWorker } = await bookingRates(run);
    return allHold([
      atLeast('http.book', 1000, { value: figures.perSecond, unit: '/s', floor: floor.perSecond }),
      atMost('http.book.p99', 40, { value: figures.p99, unit: 'ms', floor: floor.p99 }),
      aside('http.book.p50', { value: figures.p50, unit: 'ms', floor: floor.p50 }),
      aside('http.book.with_messages', { value: withWorker.perSecond, unit: '/s', floor: floor.perSecond }),
    ]);
  },
};

export interface BookingRates {
  figures: LoadFigures;
  /** One durable insert under an exclusion constraint per request, through the same pool. */
  floor: LoadFigures;
  /** With reactions and messages in the same process, as `npm start` has them. */
  withWorker: LoadFigures;
}

let measured: Promise<BookingRates> | undefined;

/** Measured once in a run; others are compared with it. */
export const bookingRates = (run: Run): Promise<BookingRates> =>
  (measured ??= onGround((ground) => measureRates(ground, run.quick ? 3 : 10)));

async function measureRates(ground: Ground, seconds: number): Promise<BookingRates> {
  const businesses: Business[] = [];
  for (let index = 0; index < 10; index++)
    businesses.push(await makeBusiness(ground.ownerUrl, `salon-${index}`, { staff: 5, appointments: 0 }));
  await makeFloor(ground.ownerUrl, businesses);
  const alone = await ground.serve();
  const work = { connections: CONNECTIONS, seconds, once: true };
  const all = bookings(businesses, { fromDay: 2, count: Math.min(seconds * 4 * 2_500, 10 * 5 * 20 * 350) });
  const share = (part: number) => all.slice((all.length / 4) * part, (all.length / 4) * (part + 1));
  await load({ ...work, port: alone.port, seconds: 2, requests: share(0) });
  await load({ ...work, port: alone.floorPort, seconds: 1, requests: floorInserts(businesses, 0) });
  const floor = demandOnly(await load({ ...work, port: alone.floorPort, requests: floorInserts(businesses, 1) }), 200);
  const figures = demandOnly(await load({ ...work, port: alone.port, requests: share(1) }), 201);
  await alone.stop();
  const whole = await ground.serve({ worker: true });
  await load({ ...work, port: whole.port, seconds: 2, requests: share(2) });
  const withWorker = demandOnly(await load({ ...work, port: whole.port, requests: share(3) }), 201);
  return { figures, floor, withWorker };
}

const FLOOR_TABLE = `CREATE TABLE bench_floor (resource integer NOT NULL, during tstzrange NOT NULL,
  EXCLUDE USING gist (resource WITH =, during WITH &&))`;

const makeFloor = (ownerUrl: string, businesses: Business[]) =>
  asOwner(ownerUrl, async (owner) => {
    for (const { scope } of businesses) {
      await owner.query(`SET search_path TO "${scope.schema}"`);
      await owner.query(`${FLOOR_TABLE}; GRANT INSERT ON bench_floor TO "${scope.role}"`);
    }
  });

/** Ranges that never meet, over the same businesses and resources. */
function floorInserts(businesses: Business[], round: number): string[] {
  return Array.from({ length: 60_000 }, (_, index) => {
    const { host, scope } = businesses[index % businesses.length]!;
    const at = (minutes: number) => new Date(1.8e12 + (round * 1e5 + index) * 1.8e6 + minutes * 6e4).toISOString();
    return post(host, '/insert', { ...scope, values: [String(index % 5), at(0), at(30)] });
  });
}
