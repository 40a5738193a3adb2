import { getTimeline } from '@smooth/contract/scheduling/timeline.ts';
import { addDays } from '@smooth/engine/date.ts';
import { startOfDay } from '@smooth/engine/zone.ts';
import type { Routes } from '../../core/http/route.ts';
import '../policy/appointments.ts';
import { presentTimeline } from '../present/timeline.ts';
import { timelineFacts } from '../queries/timeline.ts';
import { refuseLongRange } from '../rules/request.ts';

const MOST_DAYS = 42;

export function timelineRoutes({ read }: Routes): void {
  read(getTimeline, { may: 'timeline.read' }, async ({ tenant, query, actor }) => {
    refuseLongRange(query, MOST_DAYS);
    const zone = tenant.row.time_zone;
    const span = {
      from: startOfDay(zone, query.from),
      until: startOfDay(zone, addDays(query.to, 1)),
      withCancelled: query.with_cancelled ?? false,
    };
    return presentTimeline({ ...query, ...(await timelineFacts(tenant, span)), span, zone, actor, now: tenant.now });
  });
}
