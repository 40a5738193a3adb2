import { addDays } from '@smooth/engine/date.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import { resolveWall } from '@smooth/engine/zone.ts';
import type { Drawn } from './diary.ts';
import type { Filling } from './filling.ts';
import { ableTo, stretchesOf } from './staff.ts';
import type { WorldService } from './world.ts';

/** The diary with a few requests that customers made within the last hours, in place of what was drawn there. */
export function withRequests(filling: Filling, drawn: readonly Drawn[]): Drawn[] {
  const services = filling.world.services.filter(({ needs_approval }) => needs_approval);
  const requests = services.flatMap((service) => requestsFor(filling, service));
  const isFree = (one: Drawn) =>
    requests.every(({ staff, start, end }) => staff !== one.staff || one.end <= start || end + PAUSE_MS <= one.start);
  return [...drawn.filter(isFree), ...requests];
}

const REQUESTS = 6;
const PAUSE_MS = 15 * MINUTE;
const FIRST_DAY_AHEAD = 3;

/** At the opening of somebody's day, every other day; whoever is away then is left out. */
function requestsFor({ world, days, now }: Filling, service: WorldService): Drawn[] {
  const able = world.resources.filter((one) => one.type === 'staff' && ableTo(service, one));
  return Array.from({ length: REQUESTS }, (_, index) => index).flatMap((index) => {
    const staff = able[index % able.length]!;
    const date = addDays(days.today, FIRST_DAY_AHEAD + 2 * index);
    const stretch = stretchesOf(staff, date).find(([from, until]) => until - from >= service.duration_minutes);
    if (!stretch) return [];
    const start = resolveWall(days.zone, date, stretch[0], 'start');
    const request: Drawn = {
      service,
      staff,
      customer: (index * 7 + 3) % world.customers.length,
      start,
      end: start + service.duration_minutes * MINUTE,
      made_at: now - (index + 1) * 27 * MINUTE,
      by: 'customer',
      is_cancelled: false,
      is_missed: false,
      notes: '',
    };
    return [request];
  });
}
