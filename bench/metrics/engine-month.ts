import { listStarts } from '@smooth/engine/availability.ts';
import { type BusyTimeline, busyTimeline } from '@smooth/engine/busy.ts';
import { addDays } from '@smooth/engine/date.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import type { Busy, ResourceRules, ScheduleRules, ServiceRules } from '@smooth/engine/types.ts';
import { instantsOf, startOfDay } from '@smooth/engine/zone.ts';
import { aside, atMost, type Metric, quantile } from '../figures.ts';

const ZONE = 'America/New_York';
const RESOURCES = 20;
const BUSY_EACH = 500;
/** March, so that a clock change lies within. */
const [FROM, TO] = ['2027-03-01', '2027-03-31'];
const DURATION = 30 * MINUTE;
const STEP = 15 * MINUTE;

/** What the engine takes for a month of twenty resources, beside the bare arithmetic of the same question. */
export const engineMonth: Metric = {
  name: 'engine.month',
  async measure({ quick }) {
    const busy = busyFacts();
    const timelines = new Map(
      Array.from(
        Map.groupBy(busy, (one) => one.resource_id),
        ([id, own]) => [id, busyTimeline(own)],
      ),
    );
    const rounds = quick ? 300 : 3000;
    // Rules as they are: each call compiles them and expands their hours in the zone anew.
    const ask = (facts: Busy[] | Map<string, BusyTimeline>) => () =>
      listStarts({
        rules,
        service,
        busy: facts,
        now: startOfDay(ZONE, '2027-02-01'),
        audience: 'customer',
        zone: ZONE,
        from: FROM,
        to: TO,
      });
    const kernel = bareKernel([...timelines.values()]);
    if (kernel() !== ask(busy)().length) throw new Error('The bare kernel and the engine do not agree');
    const floor = timed(kernel, rounds);
    const list = timed(ask(busy), rounds);
    const kept = timed(ask(timelines), rounds);
    return [
      atMost('engine.month', 0.5, { value: list.p50, unit: 'ms', floor: floor.p50 }),
      aside('engine.month.p99', { value: list.p99, unit: 'ms', floor: floor.p99 }),
      aside('engine.month.timelines', { value: kept.p50, unit: 'ms', floor: floor.p50 }),
    ];
  },
};

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const rules: ScheduleRules = {
  locations: [
    {
      id: 'place',
      time_zone: ZONE,
      weekly_hours: weekdays.map((weekday) => ({ weekday, start: '08:00', end: '18:00' })),
    },
  ],
  resources: Array.from({ length: RESOURCES }, (_, index) => resource(`person ${index}`)),
  closures: [],
};
const service: ServiceRules = {
  id: 'service',
  duration_minutes: DURATION / MINUTE,
  padding_before_minutes: 0,
  padding_after_minutes: 0,
  min_notice_minutes: 0,
  slot_step_minutes: STEP / MINUTE,
  slot_anchor: 'opening',
  window_days: null,
  window_from_on: null,
  window_until_on: null,
  resource_terms: [],
  requires: [
    {
      id: 'line',
      type: 'person',
      resource_ids: [],
      quantity: 1,
      units: 1,
      padding_before_minutes: null,
      padding_after_minutes: null,
      is_choosable: true,
    },
  ],
};

function resource(id: string): ResourceRules {
  const nothing = { weekly_hours: [], weekly_breaks: [], overrides: [], time_off: [], recurring_time_off: [] };
  return { id, type: 'person', location_id: 'place', capacity: 1, is_active: true, ...nothing };
}

/** Appointments of fifteen minutes, 500 over the month for each, in no pattern but always the same. */
function busyFacts(): Busy[] {
  const steps = stepStarts();
  return rules.resources.flatMap(({ id }, index) => {
    const every = steps.length / BUSY_EACH;
    return Array.from({ length: BUSY_EACH }, (_, at) => {
      const start = steps[Math.floor((at + ((at * 7 + index * 13) % 10) / 10) * every)]!;
      return { resource_id: id, start, end: start + STEP, units: 1 };
    });
  });
}

/** Every start of the month's grid. */
function stepStarts(): number[] {
  const days = Array.from({ length: 31 }, (_, day) => instantsOf(ZONE, addDays(FROM, day), 8 * 60)[0]!);
  return days.flatMap((opening) => Array.from({ length: 40 }, (_, step) => opening + step * STEP));
}

/** The least that could answer: one pass over each resource's busy time, a bit for each free resource of a start. */
function bareKernel(timelines: readonly BusyTimeline[]): () => number {
  const steps = new Set(stepStarts());
  // The last step of a day leaves no room for the service.
  const starts = Float64Array.from([...steps].filter((start) => steps.has(start + DURATION - STEP)));
  const masks = new Uint32Array(starts.length);
  return () => {
    masks.fill(0);
    for (let resource = 0; resource < timelines.length; resource++) {
      const busy = timelines[resource]!;
      const bit = 1 << resource;
      for (let index = 0, at = 0; index < starts.length; index++) {
        while (at < busy.length && busy[at + 1]! <= starts[index]!) at += 3;
        if (at >= busy.length || busy[at]! >= starts[index]! + DURATION) masks[index]! |= bit;
      }
    }
    let offered = 0;
    for (let index = 0; index < masks.length; index++) if (masks[index] !== 0) offered++;
    return offered;
  };
}

function timed(work: () => unknown, rounds: number): { p50: number; p99: number } {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  // What the first tenth takes belongs to the compiler.
  const warm = times.slice(rounds / 10).sort((a, b) => a - b);
  return { p50: quantile(warm, 0.5), p99: quantile(warm, 0.99) };
}
