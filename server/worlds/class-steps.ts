import { addDays, datesFrom, weekdayOf } from '@smooth/engine/date.ts';
import { DAY, HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { visitor } from '../core/actor.ts';
import { book } from '../scheduling/actions/book.ts';
import { changeStatus } from '../scheduling/actions/change-status.ts';
import { scheduleClass } from '../scheduling/actions/classes.ts';
import { type Chance, chanceOf } from './chance.ts';
import { deskOf } from './desk.ts';
import type { Filling } from './filling.ts';
import type { Step } from './tell.ts';
import type { WorldService, WorldSessions } from './world.ts';

/** Every class of the diary, scheduled before anything else took the time, and the parties that came or will. */
export function classSteps(filling: Filling): Step[] {
  const { world, days, now } = filling;
  const { days_back, days_ahead, seed } = world.diary;
  const chance = chanceOf(seed + 1);
  const dates = datesFrom(addDays(days.today, -days_back), addDays(days.today, days_ahead));
  return world.sessions.flatMap((sessions) =>
    dates
      .filter((date) => weekdayOf(date) === sessions.weekday)
      .flatMap((date) => {
        const start = days.instantOf(date, sessions.start);
        const scheduled = { at: now - (days_back + 20) * DAY, run: scheduling(filling, sessions, start) };
        return [scheduled, ...partiesOf(filling, { chance, sessions, start })];
      }),
  );
}

const scheduling = (filling: Filling, sessions: WorldSessions, start: Instant): Step['run'] => {
  const { ids } = filling;
  const resource_ids = sessions.resources.map((key) => ids.resources[key]!);
  const service_id = ids.services[sessions.service]!;
  return (tx) =>
    scheduleClass(tx, { service_id, start, resource_ids, notes: sessions.notes ?? '', actor: deskOf(filling) });
};

interface Session {
  chance: Chance;
  sessions: WorldSessions;
  start: Instant;
}

/** Past classes were nearly full; those ahead fill up. */
function partiesOf(filling: Filling, { chance, sessions, start }: Session): Step[] {
  const { world, now } = filling;
  const service = world.services.find(({ key }) => key === sessions.service)!;
  const share = start < now ? 0.5 + chance() / 2 : chance() * 0.6;
  const first = Math.floor(chance() * world.customers.length);
  return Array.from({ length: Math.round((service.capacity ?? 1) * share) }, (_, index) => {
    const made_at = Math.min(start - DAY, now - HOUR) - chance() * 9 * DAY;
    return partyOf(filling, { service, start, made_at, customer: (first + index * 3) % world.customers.length });
  }).flat();
}

interface Party {
  service: WorldService;
  start: Instant;
  made_at: Instant;
  customer: number;
}

function partyOf(filling: Filling, { service, start, made_at, customer }: Party): Step[] {
  const { ids, world, now } = filling;
  let id: string | null = null;
  const { name, is_blocked } = world.customers[customer]!;
  if (is_blocked) return [];
  const customer_id = ids.customers[customer]!;
  const actor = { ...visitor, name, customer_id };
  const booking = {
    service_id: ids.services[service.key]!,
    start,
    customer_id,
    party_size: 1,
    source: 'public' as const,
    actor,
  };
  const end = start + service.duration_minutes * MINUTE;
  const booked: Step = { at: made_at, run: async (tx) => void (id = (await book(tx, booking)).id) };
  if (end > now) return [booked];
  const came: Step = {
    at: end,
    run: async (tx) => id && changeStatus(tx, 'complete', { id, revision: null, actor: deskOf(filling) }),
  };
  return [booked, came];
}
