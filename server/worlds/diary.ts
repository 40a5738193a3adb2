import { addDays, datesFrom } from '@smooth/engine/date.ts';
import { DAY, HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Instant, LocalDate } from '@smooth/engine/types.ts';
import { resolveWall } from '@smooth/engine/zone.ts';
import { type Chance, chanceOf, oneOf, weighed } from './chance.ts';
import type { Filling } from './filling.ts';
import { ableTo, type Stretch, stretchesOf } from './staff.ts';
import type { WorldResource, WorldService } from './world.ts';

/** An appointment as it is drawn, before anybody has looked whether there is room. */
export interface Drawn {
  service: WorldService;
  staff: WorldResource;
  /** Its place in the world's list. */
  customer: number;
  start: Instant;
  end: Instant;
  made_at: Instant;
  by: 'customer' | 'desk';
  is_cancelled: boolean;
  is_missed: boolean;
  notes: string;
}

/** Draws the weeks around today, person by person and day by day; the same draw for the same seed and day. */
export function drawDiary(filling: Filling): Drawn[] {
  const { world, days } = filling;
  const { seed, days_back, days_ahead } = world.diary;
  const chance = chanceOf(seed);
  const dates = datesFrom(addDays(days.today, -days_back), addDays(days.today, days_ahead));
  const staff = world.resources.filter(({ type }) => type === 'staff');
  return dates.flatMap((date) =>
    staff.flatMap((one) =>
      stretchesOf(one, date).flatMap((stretch) => drawStretch({ filling, chance, one, date }, stretch)),
    ),
  );
}

interface Drawing {
  filling: Filling;
  chance: Chance;
  one: WorldResource;
  date: LocalDate;
}

const GAP_MINUTES = 45;
const GRID_MINUTES = 15;

function drawStretch({ filling, chance, one, date }: Drawing, [from, until]: Stretch): Drawn[] {
  const { world, days } = filling;
  const able = world.services.filter((service) => service.kind !== 'class' && ableTo(service, one));
  const drawn: Drawn[] = [];
  for (let minutes = from; minutes < until;) {
    const fitting = able.filter(({ duration_minutes }) => minutes + duration_minutes <= until);
    const service = weighed(chance, fitting, ({ key }) => world.diary.weights[key] ?? 0);
    if (!service || chance() > busyOn(filling, date)) {
      minutes += GAP_MINUTES;
      continue;
    }
    minutes = onGrid(service, from, minutes);
    if (minutes + service.duration_minutes > until) break;
    const start = resolveWall(days.zone, date, minutes, 'start');
    drawn.push(
      drawOne(filling, chance, { service, staff: one, start, end: start + service.duration_minutes * MINUTE }),
    );
    const taken =
      (service.padding_before_minutes ?? 0) + service.duration_minutes + (service.padding_after_minutes ?? 0);
    minutes += Math.ceil(taken / GRID_MINUTES) * GRID_MINUTES;
  }
  return drawn;
}

/** Customers are offered starts from the opening on; off the grid only the desk books. */
function onGrid({ slot_step_minutes: step = GRID_MINUTES }: WorldService, from: number, minutes: number): number {
  return from + Math.ceil((minutes - from) / step) * step;
}

function drawOne(
  { now, world }: Filling,
  chance: Chance,
  what: Pick<Drawn, 'service' | 'staff' | 'start' | 'end'>,
): Drawn {
  // Most book a few days before, some weeks before; what lies ahead was booked by now.
  const lead = 3 * HOUR + chance() ** 2 * 12 * DAY + (what.service.min_notice_minutes ?? 0) * MINUTE;
  const made_at = Math.min(what.start - lead, now - 10 * MINUTE - chance() * 9 * DAY);
  const fate = chance();
  const welcome = [...world.customers.keys()].filter((index) => !world.customers[index]!.is_blocked);
  return {
    ...what,
    customer: oneOf(chance, welcome),
    made_at: Math.floor(made_at / MINUTE) * MINUTE,
    by: chance() < 0.6 ? 'customer' : 'desk',
    is_cancelled: fate < 0.06,
    is_missed: fate > 0.96,
    notes: chance() < 0.12 ? oneOf(chance, world.diary.notes) : '',
  };
}

/** Full until today, then less and less. */
function busyOn({ world, days }: Filling, date: LocalDate): number {
  const { busy_past, busy_last, days_ahead } = world.diary;
  const ahead = datesFrom(days.today, date).length - 1;
  return ahead <= 0 ? busy_past : busy_past + ((busy_last - busy_past) * ahead) / days_ahead;
}
