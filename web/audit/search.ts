import { type AuditAction, auditActions } from '@smooth/contract/audit/audit.ts';
import { addDays } from '@smooth/engine/date.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import { localDateOf, startOfDay } from '@smooth/engine/zone.ts';
import { date, oneOf, text } from '../app/search.ts';

export const auditPeriods = ['day', 'week', 'month', 'custom'] as const;
export type AuditPeriod = (typeof auditPeriods)[number];

/** What the audit is narrowed by, as it stands in the address. */
export interface AuditSearch {
  q?: string | undefined;
  action?: AuditAction | undefined;
  period?: AuditPeriod | undefined;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
  /** At the console: one business. */
  business?: string | undefined;
}

export const auditSearch = (search: Record<string, unknown>): AuditSearch => ({
  q: text(search['q']),
  action: oneOf(...auditActions)(search['action']),
  period: oneOf(...auditPeriods)(search['period']),
  from: date(search['from']),
  to: date(search['to']),
  business: text(search['business']),
});

export const isNarrowed = ({ q, action, period, business }: AuditSearch): boolean =>
  Boolean(q ?? action ?? period ?? business);

/** From the first instant of the first day to the first one after the last, in the zone of the place. */
export function spanOf(
  { period, from, to }: AuditSearch,
  zone: string,
  now: number,
): { from?: string; until?: string } {
  const today = localDateOf(zone, now);
  const since = (on: LocalDate) => formatInstant(startOfDay(zone, on));
  if (period === 'day') return { from: since(today) };
  if (period === 'week') return { from: since(addDays(today, -6)) };
  if (period === 'month') return { from: since(addDays(today, -29)) };
  if (period === 'custom') return { ...(from && { from: since(from) }), ...(to && { until: since(addDays(to, 1)) }) };
  return {};
}
